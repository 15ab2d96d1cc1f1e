import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#platform/db/database.ts'
import { resource } from '#platform/web/page.ts'
import { underWay } from '../intake.ts'
import { uploadHere } from '../parts/here.ts'
import { uploadById } from '../store.ts'

/** Milliseconds between two looks, and how long one stream stays open; the browser opens the next one by itself. */
const look = 800
const longest = 300_000

/** Says that a job came further or ended. */
async function* changes(db: Db, id: string, gone: () => boolean): AsyncGenerator<string> {
  let before = ''
  const until = Date.now() + longest
  // The first words open the stream through whatever stands in between.
  yield 'retry: 2000\n\n'
  while (Date.now() < until && !gone()) {
    const upload = await uploadById(db, id)
    const now = `${upload?.state} ${upload?.progress}`
    if (now !== before) yield `data: ${now}\n\n`
    if (!upload || !underWay.includes(upload.state)) return
    before = now
    await pause(look)
  }
}

/** How far an upload is as server-sent events (HTML standard, 9.2): each says that the page is worth drawing anew. */
export const progressStream = resource({
  path: '/kerja/data/unggahan/:id/aliran',
  may: 'datasets.produce',
  async load(context) {
    const { id } = await uploadHere(context, context.params.id!)
    let left = false
    const body = Readable.from(changes(context.db, id, () => left))
    body.on('close', () => (left = true))
    return { type: 'text/event-stream', body, headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } }
  },
})
