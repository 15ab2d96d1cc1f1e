import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Db } from '#platform/db/database.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { viewers } from '#modules/attendance/contract.ts'
import { closes } from '../parts/here.ts'
import { closingOf } from '../store.ts'
import { runOf } from './run.ts'

/** Milliseconds between two looks at how far it is. */
const look = 1000
const longest = 300_000

async function* steps(db: Db, closingId: string, gone: () => boolean): AsyncGenerator<string> {
  let before = -1
  const until = Date.now() + longest
  yield 'retry: 2000\n\n'
  while (Date.now() < until && !gone()) {
    const run = await runOf(db, closingId)
    if (!run || run.finishedAt) break
    if (run.done !== before) yield `data: ${run.done}\n\n`
    before = run.done
    await pause(look)
  }
  yield 'data: end\n\n'
}

/** How far the closing of a large agency is, as server-sent events. */
export const closingStream = resource({
  path: '/kerja/presensi/rekap/tutup/aliran',
  may: 'attendance.manage',
  query: z.object({ unit: z.uuid().optional().catch(undefined), bulan: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().catch(undefined) }),
  async load(context) {
    const { db, query, ask } = context
    const closing = query.unit && query.bulan ? await closingOf(db, query.unit, `${query.bulan}-01`) : null
    if (!closing || !closes(await ask(viewers).viewerOf(context), closing.unitId)) throw new NotFound()
    let left = false
    const body = Readable.from(steps(db, closing.id, () => left))
    body.on('close', () => (left = true))
    return { type: 'text/event-stream', body, headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } }
  },
})
