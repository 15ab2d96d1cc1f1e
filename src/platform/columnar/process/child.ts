/**
 * A process of its own that works on tables for the process that started it. It is told what to do over the channel,
 * one thing at a time, and ends when the channel does.
 */
import { setPriority } from 'node:os'
import { SourceRefused } from '../../text/refused.ts'
import { Problem } from '../../web/problems.ts'
import { openEngine, type Engine } from './engine.ts'
import type { Bounds, Failure, Order, Report } from './messages.ts'
import { TooLarge, type Here } from './here.ts'
import { works } from './works.ts'

let engine: Promise<Engine> | undefined

// Whoever started this is gone: so is whoever would read the answer.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

process.on('message', (message: Bounds | Order) => {
  if ('folders' in message) {
    if (message.nice > 0) setPriority(message.nice)
    engine = openEngine(message)
    engine.then(() => process.send?.({ id: 0, ready: true } satisfies Report), () => process.exit(1))
  } else void work(message)
})

async function work({ id, name, input, milliseconds }: Order): Promise<void> {
  const tell = (report: Report) => {
    if (process.connected) process.send?.(report)
  }
  tell({ id, begun: true })
  let late = false
  let timer: NodeJS.Timeout | undefined
  try {
    const connection = await (await engine!).connect()
    const here: Here = { connection, get late() { return late }, tellProgress: progress => tell({ id, progress }) }
    timer = setTimeout(() => {
      late = true
      connection.interrupt()
    }, milliseconds)
    try {
      // What comes over the channel was typed where it was sent.
      const done = await (works[name] as (here: Here, input: unknown) => Promise<unknown>)(here, input)
      tell({ id, done })
    } finally {
      connection.closeSync()
    }
  } catch (error) {
    tell({ id, failed: failureOf(error, late) })
  } finally {
    clearTimeout(timer)
  }
}

function failureOf(error: unknown, late: boolean): Failure {
  if (error instanceof SourceRefused) return { kind: 'refused', text: error.text, values: error.values }
  if (error instanceof Problem && error.problems[0]) return { kind: 'problem', field: error.problems[0].name, ...error.problems[0].message }
  if (error instanceof TooLarge) return { kind: 'size' }
  const text = error instanceof Error ? error.message : String(error)
  if (late || text.startsWith('INTERRUPT')) return { kind: 'time' }
  if (/^Out of Memory|max_temp_directory_size|Allocation failure|No space left/i.test(text)) return { kind: 'memory' }
  return { kind: 'fault', detail: error instanceof Error ? (error.stack ?? text) : text }
}
