import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { WorkLayout } from '#ui/index.ts'
import type { Comparison } from '../contract.ts'
import type { Progress } from '../store/comparisons.ts'
import { addressOf } from './here.ts'

interface FrameProps {
  comparison: Comparison
  progress: Progress
  title?: string
  lead?: ComponentChildren
  action?: ComponentChildren
  islands?: string[]
  here: 'overview' | 'pairs' | 'differences' | 'result'
  children: ComponentChildren
}

/** A page of one comparison, between its neighbours. */
export function ComparisonFrame({ comparison, progress, title, lead, action, islands, here, children }: FrameProps) {
  const address = addressOf(comparison)
  const crumbs = [{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }, ...(title ? [{ label: comparison.title, href: address }] : [])]
  return (
    <WorkLayout title={title ?? comparison.title} lead={lead} action={action} islands={islands} breadcrumbs={crumbs} tabs={[
      { label: t('Ringkasan'), href: address, current: here === 'overview' },
      { label: t('Padanan'), href: `${address}/padanan`, count: progress.questions, current: here === 'pairs' },
      { label: t('Perbedaan'), href: `${address}/perbedaan`, count: progress.open + progress.asked, current: here === 'differences' },
      { label: t('Hasil'), href: `${address}/hasil`, current: here === 'result' },
    ]}>
      {children}
    </WorkLayout>
  )
}
