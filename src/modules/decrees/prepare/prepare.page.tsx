import { z } from 'zod'
import { optionalId, several } from '#platform/forms/inputs.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { letters } from '#modules/correspondence/contract.ts'
import type { DraftSigner } from '#modules/drafting/contract.ts'
import { ratingWords } from '#modules/personnel/contract.ts'
import { Button, ButtonLink, EmptyState, FactList, Form, FormSection, Notice, SelectField, WorkLayout, type Fact } from '#ui/index.ts'
import { PartFields } from '#ui/part/part-fields.tsx'
import * as part from '#ui/part/part.ts'
import { mayBeginAgain, stateOf, type Row } from '../decree.ts'
import type { KindOfDecree, Person } from '../kinds/kind.ts'
import { kindNames, kindOf } from '../kinds/kinds.ts'
import { listsOn, type Lists } from '../lists.ts'
import { crumbs, dueHref } from '../parts/here.ts'
import { peopleDue } from '../people.ts'
import { mayPrepare, mayWriteFor } from '../policy.ts'
import { newestFor } from '../store.ts'
import { prepare } from './prepare.ts'
import { signerOptions, signersOf, type Signers } from './signers.ts'

/** People whose letters are prepared with one press at most. */
const most = 50

const listQuery = z.object({
  daftar: z.enum(kindNames).default('salary-increase').catch('salary-increase'),
  pegawai: several(z.uuid()).catch([]),
})

const low = new Set<unknown>(['butuh-perbaikan', 'kurang', 'sangat-kurang'])

/** Names of inputs of one of several people. */
const owned = (parts: part.Parts, { id }: Person): part.Parts => Object.fromEntries(Object.entries(parts).map(([name, one]) => [`${name}-${id}`, one]))

interface Here {
  kind: KindOfDecree
  lists: Lists
  people: readonly Person[]
  /** Asked for, and on their way already. */
  running: readonly Person[]
  /** How many were asked for that nothing can be prepared for here. */
  left: number
  unitId: string
  signers: Signers
}

/** Whom letters are prepared for, and with what; a stranger's answers as if there were none. */
async function read(context: Pick<Context<z.output<typeof listQuery>>, 'db' | 'who' | 'ask' | 'government' | 'now' | 'query'>): Promise<Here> {
  const { db, who, ask, government, now, query } = context
  const unitId = who.account!.unitId
  if (!mayWriteFor(who, unitId)) throw new Refused('Anda belum boleh menulis surat untuk unit tempat Anda bekerja. Minta administrator memberi Anda peran di unit itu.')
  const day = dayIn(now, government.zone)
  const kind = kindOf(query.daftar)
  const lists = await listsOn(db, day)
  const asked = [...new Set(query.pegawai)].slice(0, most)
  const found = (await peopleDue(context, kind, who.reach('personnel.manage'), asked, day)).filter(person => mayPrepare(who, person))
  if (asked.length > 0 && found.length === 0) throw new NotFound()
  const earlier = await newestFor(db, kind.kind, found.map(({ id, dueOn }) => ({ id, on: dueOn })))
  const known = await ask(letters).byIds(db, earlier.map(({ letterId }) => letterId))
  const busy = new Set(earlier.filter(one => !mayBeginAgain(stateOf(one, known.get(one.letterId)))).map(({ employeeId }) => employeeId))
  return {
    kind, lists, unitId, left: new Set(query.pegawai).size - found.length, people: found.filter(({ id }) => !busy.has(id)), running: found.filter(({ id }) => busy.has(id)),
    signers: await signersOf(context, unitId, lists, day),
  }
}

/** Who a form says signs. @throws Problem when that is nobody of the list */
function signerFrom({ signer, behalf }: { signer: string | null; behalf: string | null }, { all }: Signers): DraftSigner {
  const known = (postId: string | null) => all.some(one => one.postId === postId)
  if (!signer || !known(signer)) throw new Problem('signer', 'Pilih siapa yang menandatangani.')
  if (behalf !== null && (!known(behalf) || behalf === signer)) throw new Problem('behalf', 'Atas nama (a.n.) hanya dari jabatan lain dalam daftar.')
  return { postId: signer, onBehalfOf: behalf, through: null }
}

/** Prepares the letters of one or several people on a due list: one press, one letter for each. */
export const preparePage = page({
  path: '/kerja/kepegawaian/surat/siapkan',
  may: 'personnel.manage',
  query: listQuery,
  form: z.looseObject({ langkah: z.enum(['konsep', 'edarkan']).catch('edarkan'), signer: optionalId(), behalf: optionalId() }),
  load: read,
  fill({ kind, lists, people, signers }) {
    const usual = signers.usual(kind.kind)
    const values = people.map(person => {
      const begun = kind.begin(person, lists)
      return part.fill(owned(kind.parts(person, lists), person), Object.fromEntries(Object.entries(begun).map(([name, value]) => [`${name}-${person.id}`, value])))
    })
    return Object.assign({ signer: usual?.postId, behalf: usual?.onBehalfOf }, ...values)
  },
  view({ data: { kind, lists, people, running, left, signers }, fields, kept }) {
    const [first] = people
    if (!first)
      return (
        <WorkLayout title={t('Siapkan surat')} lead={t(kind.label)} breadcrumbs={crumbs()}>
          <EmptyState title={running.length > 0 ? t('Suratnya sudah disiapkan') : t('Belum ada yang dipilih')} action={<ButtonLink href={dueHref(kind.kind)}>{t('Buka daftar jatuh tempo')}</ButtonLink>}>
            {running.length > 0 ? running.map(({ name }) => name).join('; ') : t('Pilih satu atau beberapa orang di daftar jatuh tempo, lalu tekan Siapkan surat.')}
          </EmptyState>
        </WorkLayout>
      )
    const options = signerOptions(signers, t('lowong'))
    return (
      <WorkLayout title={t('Siapkan surat')} lead={t(kind.label)} width="text" breadcrumbs={crumbs()}>
        {running.length > 0 && <Notice><p>{t('Tidak disiapkan lagi, karena suratnya sudah ada: {names}.', { names: running.map(({ name }) => name).join('; ') })}</p></Notice>}
        {left > 0 && <Notice tone="warn"><p>{t('{n, plural, other {# orang}} dilewati: tidak jatuh tempo menurut daftar ini, di luar jangkauan Anda, atau Anda sendiri.', { n: left })}</p></Notice>}
        {options.length === 0 && <Notice tone="warn"><p>{t('Belum ada jabatan yang dapat menandatangani. Lengkapi peta jabatan unit Anda dahulu.')}</p></Notice>}
        <Form fields={fields} actions={<><Button kind="primary" name="langkah" value="edarkan">{people.length > 1 ? t('Siapkan dan edarkan {n} surat', { n: people.length }) : t('Siapkan dan edarkan')}</Button><Button name="langkah" value="konsep">{t('Simpan sebagai konsep')}</Button></>}>
          {people.map(person => (
            <FormSection key={person.id} title={person.name} hint={[person.position, person.unit].filter(Boolean).join(', ')}>
              <FactList facts={[{ label: t('NIP'), value: person.nip }, ...kind.facts(person, lists), ...ratingFact(person)]} />
              {low.has(ratingOf(person)) && <Notice tone="warn"><p>{t('Predikat kinerja terakhir di bawah baik. Periksa syaratnya dahulu.')}</p></Notice>}
              <PartFields parts={owned(kind.parts(person, lists), person)} fields={fields} kept={kept} stored={undefined} />
            </FormSection>
          ))}
          <FormSection title={t('Penanda tangan')} hint={t('Surat melewati paraf berjenjang lebih dahulu. Riwayat ditulis setelah surat ditandatangani.')}>
            <SelectField field={fields('signer')} label={t('Ditandatangani oleh')} required empty={t('Pilih jabatan')} options={options} />
            <SelectField field={fields('behalf')} label={t('Atas nama (a.n.)')} empty={t('Tidak ada')} options={options} />
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note, now } = context
    const { kind, lists, people, signers, unitId } = await read({ ...context, db: tx })
    const problems: { name: string; message: { text: string; values?: Record<string, string | number> } }[] = []
    const wrong = (name: string, text: string, values?: Record<string, string | number>) => void problems.push({ name, message: { text, values } })
    const orders = withLocale(localeOf(context, now), () => people.map((person): { person: Person; row: Row } => {
      const named = (name: string) => `${name}-${person.id}`
      const values = part.read(owned(kind.parts(person, lists), person), { input, files: {}, wrong }, null)
      const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.slice(0, -named('').length), value]))
      return { person, row: kind.row(own, person, lists, (name, text, said) => wrong(named(name), text, said)) }
    }))
    if (problems.length > 0) throw Problem.all(problems)
    const begun = await prepare(context, { kind, lists, unitId, accountId: who.account!.id, signer: signerFrom(input, signers), people: orders, circulate: input.langkah === 'edarkan' })
    note({ record: ['decree', begun[0] ?? ''], after: { kind: kind.kind, people: people.map(({ id }) => id), letters: begun } })
    if (begun.length === 1) return goto(`/kerja/kepegawaian/surat/${begun[0]}`, input.langkah === 'edarkan' ? 'Surat disiapkan dan diedarkan.' : 'Konsep surat disimpan. Periksa naskahnya, lalu edarkan.')
    return goto('/kerja/kepegawaian/surat', input.langkah === 'edarkan' ? '{n} surat disiapkan dan diedarkan.' : '{n} konsep surat disimpan.', { n: begun.length })
  },
})

/** The newest rating of performance, a code. */
const ratingOf = ({ history }: Person): unknown =>
  history.filter(({ kind }) => kind === 'performance').toSorted((a, b) => Number(b.content.year ?? 0) - Number(a.content.year ?? 0))[0]?.content.rating

const isRating = (code: unknown): code is keyof typeof ratingWords => typeof code === 'string' && code in ratingWords

function ratingFact(person: Person): Fact[] {
  const rating = ratingOf(person)
  return isRating(rating) ? [{ label: t('Predikat kinerja terakhir'), value: t(ratingWords[rating]) }] : []
}
