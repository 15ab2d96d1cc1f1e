import { t } from '#platform/i18n/locale.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { Context } from '#platform/web/page.ts'
import type { Letter, Step } from '#modules/correspondence/contract.ts'
import { seats } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { Notice, Timeline } from '#ui/index.ts'
import { officialName } from './correspondents.ts'
import { turnOf } from './flow.ts'
import { dayOf } from './lifecycle.ts'
import { maySeeMaking } from './policy.ts'
import { draftOf, type Paraf } from './store.ts'

/** One who gives paraf or signs, with what became of it. */
interface ChainItem extends Pick<Paraf, 'kind' | 'name' | 'asKind' | 'at' | 'remarks'> {
  title: string
  /** In charge today, while nobody has acted. */
  holder: string | null
  state: 'given' | 'returned' | 'now' | 'later'
  signs: boolean
  /** Changed after it was given. */
  changed: boolean
}

/** What the page of a letter shows of its making. */
export interface DraftParts {
  version: number
  chain: ChainItem[]
}

/** How far a letter has come on the way to its signature; null for who has no part in its making, and for letters not drafted here. */
export async function draftParts(context: Context, letter: Letter): Promise<DraftParts | null> {
  const { db, ask, who, government } = context
  const draft = await draftOf(db, letter.id)
  if (!draft || !maySeeMaking(who, { letter, draft, seats: await ask(seats).of(context) })) return null
  const ids = [...draft.steps.map(({ postId }) => postId), draft.content.signer.postId]
  const units = await ask(unitDirectory).of(government.id)
  const holders = await ask(posts).inCharge(db, ids, dayOf(context))
  const known = new Map((await Promise.all([...new Set(ids)].map(id => ask(posts).byId(db, id)))).flatMap(post => (post ? [[post.id, post]] : [])))
  const titleOf = (postId: string) => {
    const post = known.get(postId)
    return post ? officialName(post.title, units.byId(post.unitId), government) : ''
  }
  const turn = letter.state === 'circulating' ? turnOf(draft) : null
  const chain = draft.steps.map(({ id, postId, version, holds, kind, name, asKind, at, remarks }): ChainItem => ({
    kind, name, asKind, at, remarks, title: titleOf(postId), holder: holders.get(postId)?.name ?? null, signs: false, changed: version !== holds,
    state: version !== null ? 'given' : id === draft.returnedParaf ? 'returned' : id === turn?.id ? 'now' : 'later',
  }))
  const { postId } = draft.content.signer
  const signed = letter.signedAt !== null
  chain.push({
    kind: 'hierarchy', name: null, asKind: null, remarks: null, title: titleOf(postId), holder: holders.get(postId)?.name ?? null, signs: true, changed: false, at: letter.signedAt,
    state: signed ? 'given' : letter.state === 'returned' && draft.returnedVersion !== null && !draft.returnedParaf ? 'returned' : letter.state === 'approved' || letter.state === 'numbered' ? 'now' : 'later',
  })
  return { version: draft.version, chain }
}

const standIn = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** The chain as a line of what was done, where it lies, and what comes next. */
export const ParafTimeline = ({ chain }: DraftParts) => (
  <Timeline items={chain.map(({ kind, title, name, asKind, at, remarks, holder, state, signs, changed }) => ({
    title,
    state: state === 'given' ? 'done' : state === 'later' ? 'later' : 'now',
    at: at ?? undefined,
    who: name ? `${asKind ? standIn[asKind] : ''}${name}` : state === 'given' ? undefined : (holder ?? t('lowong')),
    body: (
      <>
        <p>{saying({ kind, state, signs })}{changed && ` · ${t('naskah berubah sesudahnya')}`}</p>
        {remarks && <p>{remarks}</p>}
      </>
    ),
  }))} />
)

/** What a draft still lacks before it can be circulated. */
export const Unfinished = ({ open }: { open: readonly Message[] }) =>
  open.length > 0 ? <Notice tone="warn" title={t('Belum dapat diedarkan')}>{open.map(({ text, values }) => <p key={text}>{t(text, values)}</p>)}</Notice> : null

/** Why a letter came back, by the last who returned it; nothing while it is not returned. */
export function WhyReturned({ letter, steps }: { letter: Pick<Letter, 'state'>; steps: readonly Step[] }) {
  const last = letter.state === 'returned' ? steps.findLast(({ remarks }) => remarks) : undefined
  return last?.remarks ? <Notice tone="warn" title={t('Dikembalikan oleh {who}', { who: last.capacity ?? last.by ?? '' })}><p>{last.remarks}</p></Notice> : null
}

/** What happened at one step, in a few words. */
function saying({ kind, state, signs }: Pick<ChainItem, 'kind' | 'state' | 'signs'>): string {
  if (signs) return { given: t('Ditandatangani'), returned: t('Dikembalikan'), now: t('Menunggu tanda tangan'), later: t('Akan menandatangani') }[state]
  if (kind === 'coordination') return { given: t('Paraf koordinasi diberikan'), returned: t('Dikembalikan'), now: t('Menunggu paraf koordinasi'), later: t('Paraf koordinasi') }[state]
  return { given: t('Diparaf'), returned: t('Dikembalikan'), now: t('Menunggu paraf'), later: t('Akan memaraf') }[state]
}
