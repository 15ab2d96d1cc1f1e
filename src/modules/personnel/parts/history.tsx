import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { ButtonLink, DataTable, DateTime, Muted, Section, type Column } from '#ui/index.ts'
import type { KindOfRecord } from '../records/kind.ts'
import { recordKinds } from '../records/kinds.ts'
import type { StoredRecord } from '../records-store.ts'
import type { Lists } from './lists.ts'

interface HistoryProps {
  records: readonly StoredRecord[]
  lists: Lists
  /** Address of a file that proves an entry. */
  fileHref(fileId: string): string
  /** Kinds to show, also empty ones when something can be added. */
  shown(kind: KindOfRecord): boolean
  /** Where an entry is added. */
  addHref?(kind: KindOfRecord): string | null
  addLabel?: string
  /** What can be done about one entry. */
  act?(record: StoredRecord, kind: KindOfRecord, title: string): ComponentChildren
}

/** Histories by kind, newest first, each with the paper it rests on and its file. */
export function History({ records, lists, fileHref, shown, addHref, addLabel, act }: HistoryProps) {
  const byKind = Map.groupBy(records, ({ kind }) => kind)
  return (
    <>
      {recordKinds.filter(shown).map(kind => {
        const rows = byKind.get(kind.kind) ?? []
        const add = addHref?.(kind)
        if (rows.length === 0 && !add) return null
        const columns: Column<StoredRecord>[] = [
          {
            label: t(kind.label), main: true,
            cell: record => {
              const note = kind.note(record.content, lists)
              return <>{kind.title(record.content, lists)}{note && <><br /><Muted>{note}</Muted></>}</>
            },
          },
          ...(kind.paper.since ? [{ label: t('Berlaku'), cell: (record: StoredRecord) => <Days {...record} /> }] : []),
          ...(Object.keys(kind.paper).length > 0 ? [{ label: t('Dasar'), cell: (record: StoredRecord) => <Paper {...record} /> }] : []),
          { label: t('Berkas'), cell: record => record.fileId && <a href={fileHref(record.fileId)} download>{t('Unduh')}</a> },
          ...(act ? [{ label: t('Tindakan'), quiet: true, cell: (record: StoredRecord) => act(record, kind, kind.title(record.content, lists)) }] : []),
        ]
        return (
          <Section key={kind.kind} title={t(kind.label)} id={kind.kind}>
            {rows.length > 0 && <DataTable caption={t(kind.label)} rows={rows} rowKey={record => record.id} columns={columns} />}
            {add && <p><ButtonLink kind="quiet" href={add} about={t(kind.label)}>{addLabel ?? t('Tambah')}</ButtonLink></p>}
          </Section>
        )
      })}
    </>
  )
}

const Days = ({ since, until }: Pick<StoredRecord, 'since' | 'until'>) => since && <><DateTime at={since} as="short" />{until && <> {t('sampai')} <DateTime at={until} as="short" /></>}</>

const Paper = ({ decreeNumber, decreeOn, official }: Pick<StoredRecord, 'decreeNumber' | 'decreeOn' | 'official'>) => (
  <>
    {decreeNumber}{decreeNumber && decreeOn && <br />}{decreeOn && <DateTime at={decreeOn} as="short" />}
    {official && <><br /><Muted>{official}</Muted></>}
  </>
)
