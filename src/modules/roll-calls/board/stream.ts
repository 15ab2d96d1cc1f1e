import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { resource } from '#platform/web/page.ts'
import { codeWindow } from '#platform/secrets/rotating-code.ts'
import { visibleCall } from './here.ts'

/** Milliseconds between two looks at what changed. */
const look = 1000
/** How long one stream stays open at most; the browser opens the next one by itself. */
const longest = 300_000

const answers = async (db: Db, callId: string): Promise<number> => (await sql<{ n: number }>`select count(answer)::int as n from roll_calls.callee where call_id = ${callId}`.execute(db)).rows[0]!.n

/** Says that something changed: an answer came, or the code on the screen turned. */
async function* changes(db: Db, callId: string, endsAt: Date, gone: () => boolean): AsyncGenerator<string> {
  let before = await answers(db, callId)
  let window = Math.floor(Date.now() / 1000 / codeWindow)
  const until = Math.min(endsAt.getTime() + look, Date.now() + longest)
  // The first words open the stream through whatever stands in between.
  yield 'retry: 2000\n\n'
  while (Date.now() < until && !gone()) {
    await pause(look)
    const [now, next] = [await answers(db, callId), Math.floor(Date.now() / 1000 / codeWindow)]
    if (now !== before || next !== window) yield `data: ${now}\n\n`
    before = now
    window = next
  }
  yield 'data: end\n\n'
}

/** The board of a call as server-sent events (HTML standard, 9.2): each says that the page is worth drawing anew. */
export const boardStream = resource({
  path: '/kerja/panggil/:id/aliran',
  may: 'signed-in',
  async load(context) {
    const call = await visibleCall(context)
    let left = false
    const body = Readable.from(changes(context.db, call.id, call.endsAt, () => left))
    body.on('close', () => (left = true))
    return { type: 'text/event-stream', body, headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } }
  },
})
