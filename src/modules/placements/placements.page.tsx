import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { posts, unitDirectory, type InCharge } from '#modules/organisation/contract.ts'
import { histories, levelWords, type Entry, type Standing } from '#modules/personnel/contract.ts'
import { Badge, Button, DataTable, DateTime, EmptyState, ErrorSummary, Form, HiddenField, Muted, SelectField, WorkLayout } from '#ui/index.ts'
import { entryFor, levelOf } from './placement.ts'

const levels = Object.entries(levelWords)

/** What the chart of positions says of somebody, from their first day on. */
async function held({ ask }: Pick<Context, 'ask'>, db: Db | Tx, { id, accountId, enteredOn }: Standing): Promise<InCharge[]> {
  const from = enteredOn ?? '1900-01-01'
  const [byFile, byAccount] = [await ask(posts).heldBy(db, { employeeId: id }, from, { later: true }), accountId ? await ask(posts).heldBy(db, { accountId }, from, { later: true }) : []]
  return [...new Map([...byAccount, ...byFile].map(one => [one.holdingId, one])).values()].toSorted((a, b) => (a.from > b.from ? -1 : 1))
}

/** The person a page is about; a stranger's answers as if there were none. */
async function personHere({ ask, who, params }: Pick<Context, 'ask' | 'who' | 'params'>, db: Db | Tx): Promise<Standing> {
  const id = params.id ?? ''
  const person = /^[0-9a-f-]{36}$/.test(id) ? (await ask(histories).standing(db, who.reach('personnel.manage'), [id], ['position'])).get(id) : undefined
  if (!person) throw new NotFound()
  if (person.accountId !== null && person.accountId === who.account?.id) throw new Refused('Berkas sendiri diubah lewat usulan, yang diperiksa orang lain.')
  return person
}

/** Positions somebody holds by the chart beside those in their history; what is missing there is written from the decree of the appointment. */
export const placementsPage = page({
  path: '/kerja/pegawai/:id/jabatan',
  may: 'personnel.manage',
  audited: true,
  form: z.object({ holding: z.uuid('Pilih dari daftar'), level: z.enum(Object.keys(levelWords) as [keyof typeof levelWords, ...(keyof typeof levelWords)[]], 'Pilih jenjang jabatan') }),
  async load(context) {
    const { db, ask, government, now } = context
    const person = await personHere(context, db)
    const [units, holdings] = [await ask(unitDirectory).of(government.id), await held(context, db, person)]
    const rows = await Promise.all(holdings.map(async holding => {
      const post = await ask(posts).byId(db, holding.postId)
      return { holding, entry: entryFor(holding, person.history), level: post && levelOf(post) }
    }))
    return { person, units, rows, today: dayIn(now, government.zone) }
  },
  view: ({ data: { person, units, rows, today }, fields }) => (
    <WorkLayout title={t('Jabatan menurut peta jabatan')} lead={person.name} breadcrumbs={[{ label: t('Pegawai'), href: '/kerja/pegawai' }, { label: person.name, href: `/kerja/pegawai/${person.id}` }]}>
      <ErrorSummary fields={fields} />
      <DataTable caption={t('Jabatan menurut peta jabatan')} rows={rows} rowKey={({ holding }) => holding.holdingId} columns={[
        { label: t('Jabatan'), main: true, cell: ({ holding }) => <><a href={`/kerja/jabatan/${holding.postId}`}>{holding.title}</a><br /><Muted>{units.byId(holding.unitId)?.name ?? t('Unit yang sudah ditutup')}</Muted></> },
        { label: t('Berlaku'), cell: ({ holding }) => <><DateTime at={holding.from} as="short" />{holding.to && <> {t('sampai')} <DateTime at={holding.to} as="short" /></>}{holding.from > today && <> <Badge tone="info">{t('Belum mulai')}</Badge></>}</> },
        { label: t('SK'), cell: ({ holding: { decree } }) => (decree.number || decree.on) && <>{decree.number}{decree.on && <><br /><DateTime at={decree.on} as="short" /></>}</> },
        { label: t('Riwayat'), cell: ({ holding, entry, level }) => holding.kind !== 'definitif' ? <Badge>{holding.kind === 'plt' ? 'Plt.' : 'Plh.'}</Badge> : entry ? <Badge tone="good">{t('Sudah tercatat')}</Badge> : (
          <Form actions={<Button about={holding.title}>{t('Catat sebagai riwayat')}</Button>}>
            <HiddenField name="holding" value={holding.holdingId} />
            <SelectField field={{ name: 'level', value: level ?? '', values: [level ?? ''], error: null }} label={t('Jenjang jabatan')} required empty={t('Pilih jenjang jabatan')} options={levels.map(([value, label]) => ({ value, label: t(label) }))} />
          </Form>
        ) },
      ]} empty={<EmptyState title={t('Belum memegang jabatan di peta jabatan')}>{t('Angkat orang ini dari halaman jabatannya, atau catat riwayat jabatannya di berkas.')}</EmptyState>} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, ask, input, government, note } = context
    const person = await personHere(context, tx)
    const holding = (await held(context, tx, person)).find(one => one.holdingId === input.holding)
    if (!holding || holding.kind !== 'definitif') throw new Problem('', 'Jabatan itu tidak dipegang orang ini. Muat ulang halaman, lalu periksa lagi.')
    if (entryFor(holding, person.history)) throw new Conflict('Jabatan ini baru saja dicatat orang lain.')
    const [post, units] = [await ask(posts).byId(tx, holding.postId), await ask(unitDirectory).of(government.id)]
    const { title, from, to, decree, unitId } = holding
    const entry: Entry = { kind: 'position', decreeNumber: decree.number, decreeOn: decree.on, official: null, since: from, until: to, fileId: decree.fileId, content: { title, level: input.level, echelon: post?.echelon ?? '', unit: units.byId(unitId)?.name ?? '' } }
    const record = await ask(histories).add(tx, person.id, entry)
    note({ record: ['employee', person.id], after: { kind: 'position', record, title, since: from, decreeNumber: decree.number } })
    return goto(`/kerja/pegawai/${person.id}/jabatan`, 'Riwayat jabatan dicatat.')
  },
})
