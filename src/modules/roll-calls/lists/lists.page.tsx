import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { line, several } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { addressWith, Button, ButtonLink, CheckList, DataTable, Disclosure, EmptyState, FilterBar, Form, Section, TextField, WorkLayout } from '#ui/index.ts'
import { addMembers, deleteList, insertList, listById, listsOf, removeMembers, type CallList } from './store.ts'

const permission = 'roll-calls.call'
/** People on one list. */
const most = 500

const crumbs = () => [{ label: t('Panggil hadir'), href: '/kerja/panggil' }]

/** Of these, those somebody may call: within reach, and not themselves. */
export const callableOf = (people: Iterable<Employee>, { who }: Pick<Context, 'who'>): Employee[] =>
  [...people].filter(({ unitId, accountId }) => covers(who.reach(permission), { unitId }) && accountId !== who.account!.id)

/** People on a list somebody may call now, by name; who left or is out of reach is left out. */
export const membersOf = async (db: Db | Tx, context: Pick<Context, 'who' | 'ask'>, list: CallList): Promise<Employee[]> =>
  callableOf((await context.ask(employees).byId(db, list.members)).values(), context).filter(({ status }) => status === 'active').toSorted((a, b) => a.name.localeCompare(b.name))

/** Lists of people one calls together. */
export const listsPage = page({
  path: '/kerja/panggil/daftar',
  may: permission,
  form: z.object({ name: line(2, 100, 'Beri nama daftarnya') }),
  load: context => listsOf(context.db, context.who.account!.id),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Daftar saya')} lead={t('Orang yang sering Anda panggil bersama, misalnya tim atau panitia.')} width="text" breadcrumbs={crumbs()}>
      <DataTable caption={t('Daftar saya')} rows={data} rowKey={({ id }) => id} columns={[
        { label: t('Nama daftar'), main: true, cell: list => <a href={`/kerja/panggil/daftar/${list.id}`}>{list.name}</a> },
        { label: t('Jumlah orang'), numeric: true, cell: ({ members }) => number(members.length) },
      ]} empty={<EmptyState title={t('Belum ada daftar')}>{t('Beri nama, lalu cari dan centang orangnya.')}</EmptyState>} />
      <Section title={t('Daftar baru')}>
        <Form fields={fields} submit={t('Buat daftar')}><TextField field={fields('name')} label={t('Nama daftar')} required maxlength={100} /></Form>
      </Section>
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    const id = await insertList(tx, who.account!.id, input.name)
    if (!id) throw new Problem('name', 'Daftar dengan nama ini sudah ada.')
    note({ record: ['roll-call-list', id], after: { name: input.name } })
    return goto(`/kerja/panggil/daftar/${id}`, 'Daftar dibuat. Cari orangnya, lalu centang.')
  },
})

async function listHere(db: Db | Tx, { who, params }: Pick<Context, 'who' | 'params'>): Promise<CallList> {
  const list = /^[0-9a-f-]{36}$/.test(params.id ?? '') ? await listById(db, who.account!.id, params.id!) : undefined
  if (!list) throw new NotFound()
  return list
}

const steps = ['tambah', 'lepas', 'hapus'] as const

/** Who is on a list: found by name, unit or NIP, ticked, and taken off again. */
export const listPage = page({
  path: '/kerja/panggil/daftar/:id',
  may: permission,
  query: z.object({ cari: z.string().max(100).optional().catch(undefined) }),
  form: z.object({ langkah: z.enum(steps, 'Pilih langkah'), people: several(z.uuid()) }),
  async load(context) {
    const { db, ask, query, government } = context
    const list = await listHere(db, context)
    const units = await ask(unitDirectory).of(government.id)
    const asked = query.cari?.trim() ?? ''
    const named = asked.length >= 3 ? units.all.filter(({ name, shortName }) => `${name} ${shortName}`.toLowerCase().includes(asked.toLowerCase())).slice(0, 5) : []
    const found = asked.length >= 3 ? [...(await ask(employees).search(db, asked)), ...(await ask(employees).serving(db, named.flatMap(({ id }) => units.below(id)), 100))] : []
    const on = new Set(list.members)
    return { list, units, asked, members: await membersOf(db, context, list), found: callableOf(new Map(found.map(one => [one.id, one])).values(), context).filter(({ id }) => !on.has(id)) }
  },
  view({ data: { list, units, asked, members, found }, fields }) {
    const option = ({ id, name, position, unitId }: Employee) => ({ value: id, label: name, hint: [position, units.byId(unitId)?.shortName].filter(Boolean).join(', ') })
    return (
      <WorkLayout title={list.name} width="text" breadcrumbs={[...crumbs(), { label: t('Daftar saya'), href: '/kerja/panggil/daftar' }]} action={members.length > 0 && <ButtonLink href={`/kerja/panggil?unit=${list.id}`}>{t('Panggil daftar ini')}</ButtonLink>}>
        <FilterBar search={{ name: 'cari', value: asked, label: t('Cari orang'), placeholder: t('Nama, NIP, atau unit') }} />
        {asked !== '' && (
          <Section title={t('Hasil pencarian')}>
            {found.length === 0 ? <EmptyState title={t('Tidak ada yang dapat ditambahkan')}>{t('Cari dengan nama, NIP, atau nama unit, paling sedikit tiga huruf.')}</EmptyState> : (
              <Form fields={fields} actions={<Button name="langkah" value="tambah">{t('Tambahkan yang dicentang')}</Button>}><CheckList field={fields('people')} label={t('Hasil pencarian')} options={found.map(option)} /></Form>
            )}
          </Section>
        )}
        <Section title={t('{n, plural, other {# orang di daftar ini}}', { n: members.length })}>
          {members.length > 0 && <Form fields={fields} actions={<Button kind="plain" name="langkah" value="lepas">{t('Lepas yang dicentang')}</Button>}><CheckList field={fields('people')} label={t('Orang di daftar')} options={members.map(option)} /></Form>}
          <Disclosure title={t('Hapus daftar ini')}><Form actions={<Button name="langkah" value="hapus">{t('Ya, hapus daftar')}</Button>} /></Disclosure>
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, query, ask, note } = context
    const list = await listHere(tx, context)
    if (input.langkah === 'hapus') {
      await deleteList(tx, list.id)
      note({ record: ['roll-call-list', list.id], before: { name: list.name } })
      return goto('/kerja/panggil/daftar', 'Daftar dihapus. Panggilan lama tetap tersimpan.')
    }
    if (input.people.length === 0) throw new Problem('people', 'Centang orangnya dahulu.')
    if (input.langkah === 'lepas') await removeMembers(tx, list.id, input.people)
    else {
      const may = callableOf((await ask(employees).byId(tx, input.people)).values(), context)
      if (may.length !== new Set(input.people).size) throw new Problem('people', 'Sebagian orang ini di luar wewenang Anda.')
      if (list.members.length + may.length > most) throw new Problem('people', 'Paling banyak {max} orang dalam satu daftar.', { max: most })
      await addMembers(tx, list.id, may.map(({ id }) => id))
    }
    note({ record: ['roll-call-list', list.id], after: { [input.langkah]: input.people.length } })
    return goto(addressWith(`/kerja/panggil/daftar/${list.id}`, { cari: query.cari ?? null }), input.langkah === 'lepas' ? '{n} orang dilepas.' : '{n} orang ditambahkan.', { n: input.people.length })
  },
})
