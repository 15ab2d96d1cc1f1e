import { z } from 'zod'
import { line, optionalDay, paragraphs } from '#platform/forms/inputs.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Context } from '#platform/web/page.ts'
import { catalogue, type Dataset } from '#modules/datasets/contract.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { Degree } from '../contract.ts'
import { degrees } from '../grants.ts'
import { formWords } from '../parts/words.ts'
import type { Form, NewRequest } from '../store.ts'

/** The dataset a request is about, by the address. */
export const aboutQuery = z.object({ data: z.string().max(120).optional() })

const forms = Object.keys(formWords) as [Form, ...Form[]]

/** Which data, and of whom. A dataset of the catalogue sends its own title and producer, which are looked up again. */
export const whatInputs = {
  subject: line(5, 200, 'Sebutkan data apa, paling sedikit 5 huruf'),
  holder: z.uuid('Pilih pemegang data'),
}

/** How much of it, for what, and for how long. */
export const howInputs = {
  fields: paragraphs(3, 2000, 'Sebutkan isi atau kolom yang diminta'),
  period: line(2, 200, 'Sebutkan periodenya, misalnya 2024 sampai 2026'),
  purpose: paragraphs(20, 2000, 'Jelaskan untuk apa, paling sedikit 20 huruf'),
  keepUntil: optionalDay(),
  form: z.enum(forms, 'Pilih bentuknya'),
}

export const degreeInput = z.enum(degrees as [Degree, ...Degree[]], 'Pilih seberapa banyak yang diperlukan')

type Asked = z.output<z.ZodObject<typeof whatInputs & typeof howInputs>>

const notHolders: readonly Unit['kind'][] = ['government', 'division', 'section']

/** Units that hold data of their own. */
export const holdersOf = (units: UnitTree): Unit[] => units.all.filter(unit => !notHolders.includes(unit.kind) && unit.kind !== 'village' && unit.kind !== 'school')

export interface About {
  units: UnitTree
  dataset: Dataset | null
}

/** What the address names: a dataset of the catalogue, or nothing. */
export async function aboutOf({ db, ask, government, query }: Context<{ data?: string }>): Promise<About> {
  const [units, dataset] = await Promise.all([ask(unitDirectory).of(government.id), query.data ? ask(catalogue).bySlug(db, query.data) : null])
  return { units, dataset }
}

/** What was asked for, of whom. @throws Problem when the holder is none, or the day is over */
export function contentOf(input: Asked, { units, dataset }: About, today: string): Pick<NewRequest, 'holderUnitId' | 'datasetId' | 'subject' | 'fields' | 'period' | 'purpose' | 'keepUntil' | 'form'> {
  const { fields, period, purpose, keepUntil, form } = input
  if (keepUntil && keepUntil < today) throw new Problem('keepUntil', 'Pilih hari yang belum lewat')
  if (dataset) return { holderUnitId: dataset.unitId, datasetId: dataset.id, subject: dataset.title, fields, period, purpose, keepUntil, form }
  const holder = holdersOf(units).find(({ id }) => id === input.holder)
  if (!holder) throw new Problem('holder', 'Pilih pemegang data')
  return { holderUnitId: holder.id, datasetId: null, subject: input.subject, fields, period, purpose, keepUntil, form }
}
