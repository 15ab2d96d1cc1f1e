import { sql } from 'kysely'
import type { TestGovernment } from '#app/testing/government.ts'
import type { Installation } from '#app/testing/installation.ts'
import type { Browser } from '#modules/identity/testing.ts'
import { sendSheet, standingIn } from '#platform/sheets/testing.ts'
import { listImport } from '../list-import.ts'
import { openBundleJob } from '../papers/open.ts'

export const base = '/kerja/surat/impor'

/** What a page says, without its marks. */
export const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ')

interface Run {
  state: string
  counts: Record<string, number>
  choices: { columns: Record<string, number> }
  failure: { text: string } | null
}

/** Somebody at the import's pages, with a worker that does at once what waits. */
export function importDesk(installation: Installation, place: TestGovernment, browser: Browser) {
  const db = () => installation.services.database.of(place.id)
  const rowsOf = async <R>(query: ReturnType<typeof sql<R>>): Promise<R[]> => (await query.execute(db())).rows
  const idOf = (at: string) => at.split('/').at(-1)
  const here = () => ({ services: installation.services, governmentId: place.id, db: db(), now: new Date() })
  const work = (at: string) => listImport.job.run(here(), { run: idOf(at) })
  const send = (bytes: Buffer, name = 'surat.csv') => sendSheet({ web: installation.web, host: place.host, browser }, base, name, bytes)
  const runOf = async (at: string): Promise<Run> => (await rowsOf(sql<Run>`select state, counts, choices, failure from platform.sheet_run where id = ${idOf(at)}`))[0]!
  const press = async (at: string, langkah: string, values: Record<string, string> = {}) => browser.post(at, { ...standingIn((await browser.get(at)).body), ...values, langkah })
  const step = async (at: string, langkah: string, values: Record<string, string> = {}) => {
    const answer = await press(at, langkah, values)
    await work(at)
    return answer
  }
  const pageOf = async (at: string) => words((await browser.get(at)).body)
  const preview = async (bytes: Buffer, name?: string) => {
    const { to, status, body } = await send(bytes, name)
    if (status !== 303) throw new Error(words(body))
    await work(to)
    await step(to, 'periksa')
    return { at: to, ...(await runOf(to)), page: await pageOf(to) }
  }
  return {
    db, rowsOf, work, send, runOf, press, step, pageOf, preview,
    async bring(bytes: Buffer, name?: string) {
      const seen = await preview(bytes, name)
      await step(seen.at, 'masuk')
      return { ...seen, ...(await runOf(seen.at)) }
    },
    /** Uploads a ZIP and has it opened; answers its page. */
    async papers(zip: Buffer, name = 'surat.zip'): Promise<string> {
      const sent = await browser.upload(`${base}/berkas`, {}, [{ name: 'berkas', filename: name, body: zip }])
      if (sent.statusCode !== 303) throw new Error(words(sent.body))
      const at = sent.headers.location!.split('?')[0]!
      await openBundleJob.run(here(), { bundle: idOf(at) })
      return at
    },
    /** What is wrong, as `field: text` by row. */
    reasons: async (at: string): Promise<Record<string, string[]>> =>
      Object.fromEntries((await rowsOf(sql<{ line: number; said: string[] }>`select line, array(select (r ->> 'field') || ': ' || (r ->> 'text') from jsonb_array_elements(reasons) r) as said from platform.sheet_bad_row where run_id = ${idOf(at)} order by line`)).map(({ line, said }) => [line, said])),
  }
}
export type ImportDesk = ReturnType<typeof importDesk>
