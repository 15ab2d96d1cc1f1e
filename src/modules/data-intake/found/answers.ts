import type { PersonalFinding } from '#platform/columnar/table.ts'
import type { Message } from '#platform/forms/fields.ts'
import type { RegionNames } from '#modules/code-lists/contract.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import type { PersonalDecision, Upload } from '../intake.ts'

/** Texts asked about on one page. */
export const perPage = 40

/** A text in a column of regions that nobody has confirmed. */
export interface OpenText {
  column: string
  text: string
  rows: number
  candidates: readonly { code: string; name: string; parent: string | null }[]
}

/** What is still to be confirmed, most rows first, doubtful before unknown. */
export function openTexts({ checked, answers }: Pick<Upload, 'checked' | 'answers'>): OpenText[] {
  return (checked?.regions ?? []).flatMap(({ column, doubtful, unknown }) =>
    [...doubtful, ...unknown.map(one => ({ ...one, candidates: [] }))].filter(({ text }) => answers.regions?.[column]?.[text] === undefined).map(one => ({ column, ...one })))
}

type Wrong = { name: string; message: Message }[]

const said = (input: Readonly<Record<string, unknown>>, name: string): string => {
  const value = input[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

/** Finds a region by what was typed or picked: a code, or words that mean one for sure. */
function regionFor(text: string, names: RegionNames): string | null {
  const code = /\b\d{2}(?:\.\d{2}){0,2}(?:\.\d{4})?\b/.exec(text)?.[0]
  if (code && names.byCode(code)) return code
  const match = names.match(text)
  return match.is === 'sure' ? match.region.code : null
}

/** Value that says of a text that it is no region. */
export const noRegion = 'bukan'

/** What the form says of texts, by their place on the page; what was left open stays open. */
export function readRegions(input: Readonly<Record<string, unknown>>, texts: readonly OpenText[], names: RegionNames, wrong: Wrong): { column: string; text: string; code: string | null }[] {
  return texts.flatMap(({ column, text }, i): { column: string; text: string; code: string | null }[] => {
    const picked = said(input, `region-${i}`)
    const typed = said(input, `other-${i}`)
    // Lists may have changed between the page and its answer: a text is only taken for itself.
    if (said(input, `text-${i}`) !== text.replace(/\s+/g, ' ').trim()) return []
    if (typed !== '') {
      const code = regionFor(typed, names)
      if (code === null) wrong.push({ name: `other-${i}`, message: { text: '“{text}” belum menunjuk satu wilayah. Pilih dari saran atau tulis kodenya.', values: { text: typed.slice(0, 60) } } })
      return code === null ? [] : [{ column, text, code }]
    }
    if (picked === noRegion) return [{ column, text, code: null }]
    return picked !== '' && names.byCode(picked) ? [{ column, text, code: picked }] : []
  })
}

/** What the form says of personal data; only closed and limited data may keep it, and on a ground. */
export function readPersonal(input: Readonly<Record<string, unknown>>, findings: readonly PersonalFinding[], access: Dataset['access'], wrong: Wrong): Record<string, PersonalDecision> {
  const decisions: Record<string, PersonalDecision> = {}
  for (const [i, { column, kind }] of findings.entries()) {
    const become = said(input, `personal-${i}`)
    if (become === 'out' || become === 'mask') decisions[column] = { kind, answer: { become } }
    if (become !== 'stay') continue
    const basis = said(input, `basis-${i}`)
    if (access === 'open') wrong.push({ name: `personal-${i}`, message: { text: 'Data terbuka tidak boleh memuat data pribadi. Samarkan atau keluarkan kolomnya, atau ubah aksesnya menjadi terbatas dahulu.' } })
    else if (basis.length < 10) wrong.push({ name: `basis-${i}`, message: { text: 'Tulis dasar hukum dan alasannya, paling sedikit 10 huruf' } })
    else decisions[column] = { kind, answer: { become, basis: basis.slice(0, 500) } }
  }
  return decisions
}

/** One finding per column: what weighs most is asked about. */
export function findingsByColumn(findings: readonly PersonalFinding[]): PersonalFinding[] {
  const byColumn = new Map<string, PersonalFinding>()
  for (const one of findings) if (!byColumn.has(one.column)) byColumn.set(one.column, one)
  return [...byColumn.values()]
}
