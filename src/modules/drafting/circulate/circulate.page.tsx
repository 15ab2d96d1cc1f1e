import { z } from 'zod'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { posts } from '#modules/organisation/contract.ts'
import { ButtonLink, FactList, Form, Notice, RadioField, Section, Suggestions, WorkLayout } from '#ui/index.ts'
import { fill, read, take } from '#ui/part/part.ts'
import { rows } from '#ui/part/rows.tsx'
import { arranged, lineAbove, usualChain, type Link } from '../chain.ts'
import { correspondentsOf, recognised, type Correspondents } from '../correspondents.ts'
import { crumbsOf, draftHere, takeHere, type Here } from '../here.ts'
import { Unfinished } from '../parts.tsx'
import { kindOn } from '../kinds.ts'
import { circulate, dayOf, refuseUnfinished, unfinished } from '../lifecycle.ts'
import { versionAt } from '../store.ts'
import { onlyTextDiffers } from '../text.ts'
import { Findings, suggestions } from '../write/content.ts'

/** The chain as lines one can empty, add to and put in another order. */
const lists = {
  chain: rows('Yang memaraf', { columns: { name: { label: 'Jabatan', max: 200, suggestions }, order: { label: 'Urutan', as: 'number' } }, max: 40, hint: 'Dari yang pertama memaraf. Kosongkan baris untuk melewati jabatan itu; tambahkan jabatan unit lain untuk paraf koordinasi, yang selalu diminta sebelum paraf terakhir atasan sendiri.' }),
}

type Row = { order: string; name: string }

/** Names of the positions of a chain, as the form shows and reads them. */
async function namesOf({ db, ask }: Pick<Context, 'db' | 'ask'>, known: Correspondents, postIds: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const postId of new Set(postIds)) {
    const head = known.heads.find(one => one.postId === postId)
    const post = head ? null : await ask(posts).byId(db, postId)
    const unit = post && known.units.byId(post.unitId)
    names.set(postId, head?.name ?? [post?.title, unit?.name].filter(Boolean).join(', '))
  }
  return names
}

/** Whether the way may go on where it was returned: nothing but the text was changed since. */
async function mayGoOn({ db }: Pick<Context, 'db'>, { letter, draft }: Pick<Here, 'letter' | 'draft'>): Promise<boolean> {
  if (letter.state !== 'returned' || draft.returnedVersion === null) return false
  const before = await versionAt(db, letter.id, draft.returnedVersion)
  return before !== null && onlyTextDiffers(before.content, draft.content)
}

async function prepare(context: Context, { letter, draft }: Pick<Here, 'letter' | 'draft'>) {
  const { db } = context
  const day = dayOf(context)
  const known = await correspondentsOf(context, db, day)
  const chain = await usualChain(context, { accountId: draft.drafterId, postId: draft.postId }, draft.content.signer.postId, day)
  const own = draft.postId ? (await lineAbove(context, draft.postId, day)).map(({ id }) => id) : []
  const proposed: readonly Link[] = draft.steps.length > 0 ? draft.steps : chain
  const names = await namesOf(context, known, [...proposed, ...chain].map(({ postId }) => postId).concat(draft.content.signer.postId))
  const holders = await context.ask(posts).inCharge(db, [...names.keys()], day)
  return { known, own, proposed, names, holders, onwards: await mayGoOn(context, { letter, draft }) }
}

/** What was typed as a chain: by order, each position once, other units before the last of the own line. */
async function chainFrom(context: ActContext<unknown, Record<string, unknown>>, { known, own, names, proposed }: Awaited<ReturnType<typeof prepare>>, signer: string): Promise<Link[]> {
  const { ask, tx, input, government, now } = context
  const found = new Findings()
  const typed = withLocale(localeOf({ government, language: context.language }, now), () => take(lists, read(lists, { input, files: {}, wrong: found.wrong }, null))).chain as Row[]
  const chain: Link[] = []
  for (const { name } of typed.filter(row => row.name !== '').toSorted((a, b) => Number(a.order || 99) - Number(b.order || 99))) {
    const stored = [...names].find(([postId, one]) => one === name && proposed.some(link => link.postId === postId))?.[0]
    const post = stored ?? (await recognised({ ask }, tx, known, name, 'to'))?.postId
    if (!post) found.wrong('chain', '“{name}” bukan jabatan di sini. Pilih dari saran.', { name })
    else if (post === signer) found.wrong('chain', '{name} menandatangani surat ini, jadi tidak ikut memaraf.', { name })
    else if (!chain.some(({ postId }) => postId === post)) chain.push({ postId: post, kind: own.includes(post) ? 'hierarchy' : 'coordination' })
  }
  found.settle()
  return arranged(chain)
}

/** Sends a draft on its way: through the line above, as it was adjusted, or onwards from where it was returned. */
export const circulatePage = page({
  path: '/kerja/surat/:id/edarkan',
  may: 'signed-in',
  form: z.looseObject({ way: z.enum(['onwards', 'anew']).catch('anew'), version: z.coerce.number().int().optional() }),
  async load(context) {
    const here = await draftHere(context, 'circulate')
    return { ...here, ...(await prepare(context, here)), open: unfinished(here.draft, (await kindOn(context.db, here.draft.content.kind, dayOf(context))).addressed) }
  },
  fill: ({ proposed, names, onwards, draft }) => ({
    way: onwards ? 'onwards' : 'anew', version: draft.version,
    ...fill(lists, { chain: proposed.map(({ postId }, i) => ({ order: String(i + 1), name: names.get(postId) ?? '' })) }),
  }),
  view({ data: { letter, draft, known, names, holders, proposed, onwards, open }, fields }) {
    const signer = names.get(draft.content.signer.postId) ?? ''
    const returner = draft.returnedParaf ? names.get(draft.steps.find(({ id }) => id === draft.returnedParaf)?.postId ?? '') : signer
    return (
      <WorkLayout title={t('Edarkan untuk paraf')} lead={letter.subject} width="text" breadcrumbs={crumbsOf(letter)} action={<ButtonLink kind="quiet" href={`/kerja/surat/${letter.id}/ubah`}>{t('Ubah naskah')}</ButtonLink>}>
        {fields.errors.length === 0 && <Unfinished open={open} />}
        <Form fields={fields} submit={t('Edarkan sekarang')}>
          <input type="hidden" name="version" value={draft.version} />
          {onwards && (
            <RadioField field={fields('way')} label={t('Lewat mana')} required options={[
              { value: 'onwards', label: t('Lanjut kepada yang mengembalikan: {name}', { name: returner ?? '' }), hint: t('Hanya teksnya yang berubah, jadi paraf sebelumnya tetap berlaku.') },
              { value: 'anew', label: t('Ulangi dari awal'), hint: t('Semua memaraf lagi, menurut urutan di bawah.') },
            ]} />
          )}
          <Suggestions id={suggestions} words={known.heads.map(({ name }) => name)} />
          {lists.chain.view({ name: 'chain', fields, kept: [], stored: [] })}
          {proposed.length > 0 && <Section title={t('Pejabatnya hari ini')} level={3}><FactList facts={proposed.map(({ postId }) => ({ label: names.get(postId) ?? '', value: holders.get(postId)?.name ?? t('lowong') }))} /></Section>}
          <Notice><p>{t('Sesudah semua memaraf, surat menunggu tanda tangan {signer}.', { signer })}</p></Notice>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const { means, taken, by } = await takeHere(context, 'circulate', input.version)
    const prepared = await prepare({ ...context, db: tx }, taken)
    refuseUnfinished(taken.draft, (await kindOn(tx, taken.draft.content.kind, dayOf(context))).addressed)
    const onwards = prepared.onwards && input.way === 'onwards'
    const way = onwards ? ({ onwards } as const) : { chain: await chainFrom(context, prepared, taken.draft.content.signer.postId) }
    const moved = await circulate(means, taken, by, way)
    note({ record: ['letter', taken.letter.id], before: { state: taken.letter.state }, after: { state: moved.letter.state, onwards, chain: moved.draft.steps.map(({ postId }) => prepared.names.get(postId) ?? postId).join(' → ') } })
    return moved.letter.state === 'approved'
      ? goto(`/kerja/surat/${taken.letter.id}`, 'Diajukan langsung kepada penanda tangan.')
      : goto(`/kerja/surat/${taken.letter.id}`, 'Surat diedarkan untuk paraf.')
  },
})
