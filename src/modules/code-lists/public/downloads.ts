import { z } from 'zod'
import { writeCsv } from '#platform/text/csv.ts'
import { endpoint, resource, type Context } from '#platform/web/page.ts'
import { codeLists } from '../contract.ts'
import { codeListsTopic } from '../lifecycle.ts'
import { itemsShown, shownList, type Shown } from './reading.ts'

const query = z.object({ versi: z.coerce.number().int().min(1).optional().catch(undefined) })
type Asked = Context<z.output<typeof query>>

/** Any site may read what is public anyway. */
const headers = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Access-Control-Allow-Origin': '*' })

const shows = ({ government }: Pick<Context, 'government'>) => [codeListsTopic(government.id), `units:${government.id}`]

const nameOf = ({ list, version }: Shown) => (version ? `${list.code}-v${version.number}` : list.code)

/** A list as text: code, label, parent. */
export const codesCsv = resource({
  path: '/data/kode/:list/csv',
  may: 'public',
  query,
  async load(context: Asked) {
    const shown = await shownList(context, context.params.list!, context.query.versi)
    const items = await itemsShown(context, shown)
    return { type: 'text/csv; charset=utf-8', body: writeCsv([['kode', 'uraian', 'kode_induk'], ...items.map(({ code, label, parent }) => [code, label, parent ?? ''])]), headers: headers(`${nameOf(shown)}.csv`) }
  },
  shows,
})

const said = ({ list, version, legalBasis }: Shown) => ({
  code: list.code, title: list.title, kind: list.kind, version: version?.number ?? 0, validFrom: version?.validFrom ?? null, validTo: version?.validTo ?? null, legalBasis, verified: version?.verified ?? true,
})

/** The same for programs, as a file. */
export const codesJson = resource({
  path: '/data/kode/:list/json',
  may: 'public',
  query,
  async load(context: Asked) {
    const shown = await shownList(context, context.params.list!, context.query.versi)
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ ...said(shown), items: await itemsShown(context, shown) }, null, 2), headers: headers(`${nameOf(shown)}.json`) }
  },
  shows,
})

const head = z.object({ code: z.string(), title: z.string(), kind: z.enum(['reference', 'master']), derived: z.boolean() })

/** All code lists for programs. */
export const codeListsEndpoint = endpoint({
  path: '/api/data/kode',
  method: 'GET',
  may: 'public',
  summary: 'Code lists (kode referensi, data induk) with a version valid today',
  answer: z.object({ lists: z.array(head) }),
  handle: async ({ db, ask }) => ({ lists: await ask(codeLists).codeLists(db) }),
})

/** One code list for programs. */
export const codesEndpoint = endpoint({
  path: '/api/data/kode/:list',
  method: 'GET',
  may: 'public',
  summary: 'A code list with its codes, as valid today or in the version asked for',
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  answer: z.object({
    code: z.string(), title: z.string(), kind: z.enum(['reference', 'master']), version: z.number().int().describe('0 for lists that are always as of now'), validFrom: z.string().nullable(), validTo: z.string().nullable().describe('The day after the last one'),
    legalBasis: z.string(), verified: z.boolean(), items: z.array(z.object({ code: z.string(), label: z.string(), parent: z.string().nullable() })),
  }),
  async handle(context) {
    const shown = await shownList(context, context.params.list!, context.query.version)
    return { ...said(shown), items: await itemsShown(context, shown) }
  },
})
