import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Browser } from '#modules/identity/testing.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sendSheet, standingIn } from '#platform/sheets/testing.ts'
import type { TestGovernment } from './government.ts'
import type { Installation } from './installation.ts'

/** What a page says, without its marks. */
export const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ')

/** The import somebody sits at: where its pages stand, the job that does its work, and what its files are called. */
interface Sheets {
  job: Job
  base: string
  name: string
}

interface Run {
  state: string
  counts: Record<string, number>
  choices: { columns: Record<string, number> }
  failure: { text: string } | null
}

/** Somebody at an import's pages, with a worker that does at once what waits. */
export function sheetDesk(installation: Installation, place: TestGovernment, browser: Browser, sheets: Sheets) {
  const db = () => installation.services.database.of(place.id)
  const rowsOf = async <R>(query: ReturnType<typeof sql<R>>): Promise<R[]> => (await query.execute(db())).rows
  const idOf = (at: string) => at.split('/').at(-1)
  const here = () => ({ services: installation.services, governmentId: place.id, db: db(), now: new Date() })
  const work = (at: string) => sheets.job.run(here(), { run: idOf(at) })
  const send = (bytes: Buffer, name = sheets.name) => sendSheet({ web: installation.web, host: place.host, browser }, sheets.base, name, bytes)
  const runOf = async (at: string): Promise<Run> => (await rowsOf(sql<Run>`select state, counts, choices, failure from platform.sheet_run where id = ${idOf(at)}`))[0]!
  /** Presses a button with everything else as it stands. */
  const press = async (at: string, langkah: string, values: Record<string, string> = {}) => browser.post(at, { ...standingIn((await browser.get(at)).body), ...values, langkah })
  const step = async (at: string, langkah: string, values: Record<string, string> = {}) => {
    const answer = await press(at, langkah, values)
    await work(at)
    return answer
  }
  const pageOf = async (at: string) => words((await browser.get(at)).body)
  /** Uploads a file and goes on to its preview with the columns as they were guessed. */
  const preview = async (bytes: Buffer, name?: string, values: Record<string, string> = {}) => {
    const { to, status, body } = await send(bytes, name)
    expect(status, words(body)).toBe(303)
    await work(to)
    await step(to, 'periksa', values)
    return { at: to, ...(await runOf(to)), page: await pageOf(to) }
  }
  return {
    db, here, idOf, rowsOf, work, send, runOf, press, step, pageOf, preview,
    async bring(bytes: Buffer, name?: string) {
      const seen = await preview(bytes, name)
      await step(seen.at, 'masuk')
      return { ...seen, ...(await runOf(seen.at)) }
    },
    /** Waits for the worker of the installation, as a person would. */
    async until(at: string, state: string): Promise<void> {
      await expect.poll(async () => (await runOf(at)).state, { timeout: 60_000, interval: 100 }).toBe(state)
    },
    /** What is wrong, as `field: text` by row. */
    reasons: async (at: string): Promise<Record<string, string[]>> =>
      Object.fromEntries((await rowsOf(sql<{ line: number; said: string[] }>`select line, array(select (r ->> 'field') || ': ' || (r ->> 'text') from jsonb_array_elements(reasons) r) as said from platform.sheet_bad_row where run_id = ${idOf(at)} order by line`)).map(({ line, said }) => [line, said])),
  }
}
