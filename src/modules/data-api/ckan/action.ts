import type { Context } from '#platform/web/page.ts'
import type { Upload } from '#platform/web/body.ts'
import { catalogue, machineCatalogue, type Dataset } from '#modules/datasets/contract.ts'
import type { Around } from '../around.ts'
import type { Parameters } from './parameters.ts'
import { mostPeriods, type Whole } from './shapes.ts'

/** What an action is given; `who` of the context is the holder of the key, or nobody. */
export interface Asked {
  context: Context
  around: Around
  given: Parameters
  uploads: readonly Upload[]
  /** Name of the key, for the audit. */
  key: string | null
}

/** One action of CKAN's interface. */
export interface Action {
  /** What `help_show` answers: one sentence and its parameters. */
  help: string
  /** Needs a key: changes something, or tells what is not public. */
  keyed?: true
  /** Reads rows of a table. */
  heavy?: true
  answer(asked: Asked): Promise<unknown>
}

export type Actions = Readonly<Record<string, Action>>

/** Datasets with their newest releases and parts: two queries, however many. */
export async function wholes({ context: { ask, db } }: { context: Pick<Context, 'ask' | 'db'> }, datasets: readonly Dataset[]): Promise<Whole[]> {
  const releases = await ask(machineCatalogue).releases(db, datasets.map(({ id }) => id))
  const shown = (dataset: Dataset) => (releases.get(dataset.id) ?? []).slice(0, mostPeriods)
  const parts = await ask(catalogue).resources(db, datasets.filter(({ access }) => access === 'open').flatMap(dataset => shown(dataset).map(({ id }) => id)))
  return datasets.map(dataset => ({ dataset, releases: shown(dataset).map(release => ({ release, resources: parts.get(release.id) ?? [] })) }))
}
