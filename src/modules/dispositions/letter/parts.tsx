import type { VNode } from 'preact'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { seats } from '#modules/inbox/contract.ts'
import { Disclosure, Section } from '#ui/index.ts'
import { DisposeForm } from '../dispose/form.tsx'
import { offerFor, type DisposeOffer } from '../dispose/offer.ts'
import type { Here } from '../here.ts'
import { lookAt } from '../parts/look.ts'
import { DispositionTree } from '../parts/tree.tsx'
import { mayReport, seenOf, standingsOf, type Standing } from '../policy.ts'
import { ReportForm } from '../report/form.tsx'
import { isNoting } from '../report/report.page.tsx'
import { chainOf } from '../store.ts'

export { opened } from '../here.ts'

type Asking = Pick<Context, 'db' | 'ask' | 'who' | 'government' | 'now'>

/** A step somebody can take about a letter; `label` is source text. */
export interface LetterAction {
  label: string
  href: string
  /** What they came for. */
  main?: boolean
}

/** What the page of a letter shows of its dispositions. */
export interface DispositionParts {
  /** The tree, as far as the person may see it. */
  tree: (() => VNode) | null
  /** Forms for whoever has the letter on the desk. */
  forms: (() => VNode) | null
  actions: LetterAction[]
}

async function placeOf({ db, ask, who, government, now }: Asking, letter: Letter): Promise<Here & { standings: Standing[] }> {
  const [seated, chain] = [await ask(seats).of({ db, who, government, now }), await chainOf(db, letter.id)]
  return { letter, seated, chain, seen: seenOf(chain, letter, who, seated), standings: await standingsOf({ db, ask, who, government, now }, letter.id, chain) }
}

/** What the person can do about a letter that was given to them; asks the same as the pages do. */
function actionsOf({ letter, seated, seen }: Here, about: DisposeOffer | null): LetterAction[] {
  const mine = seen.recipients.find(one => mayReport(seated, one))
  return [
    ...(about ? [{ label: about.waits ? 'Beri disposisi' : 'Disposisi lagi', href: '#disposisi', main: about.waits }] : []),
    ...(mine ? [{ label: 'Lapor selesai', href: `/kerja/surat/${letter.id}/disposisi/${mine.id}/lapor` }] : []),
    ...(mine ? [{ label: 'Jawab dengan surat', href: `/kerja/surat/baru?menjawab=${letter.id}` }] : []),
    ...(seen.dispositions.length > 0 ? [{ label: 'Lembar disposisi (PDF)', href: `/kerja/surat/${letter.id}/disposisi/lembar.pdf` }] : []),
  ]
}

/** Gathers everything the page of a letter shows of dispositions; the letter must be one the person may read. */
export async function dispositionParts(context: Asking, letter: Letter): Promise<DispositionParts> {
  const place = await placeOf(context, letter)
  const { seen, seated, standings, chain } = place
  const look = seen.dispositions.length > 0 ? await lookAt(context, place) : null
  const about = await offerFor(context, letter, chain, standings)
  const mine = seen.recipients.find(one => mayReport(seated, one))
  const given = seen.dispositions.find(({ id }) => id === mine?.dispositionId)
  const report = mine && given && look ? { action: `/kerja/surat/${letter.id}/disposisi/${mine.id}/lapor`, noting: isNoting(given, look.words) } : null
  return {
    actions: actionsOf(place, about),
    tree: look && (() => <Section title={t('Rantai disposisi')}><DispositionTree look={look} /></Section>),
    forms: about || report ? () => (
      <>
        {about && <DisposeForm about={about} />}
        {report && <Disclosure title={t('Lapor selesai')}><ReportForm {...report} fields={fieldsOf({})} /></Disclosure>}
      </>
    ) : null,
  }
}
