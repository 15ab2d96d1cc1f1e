import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { SourceRefused } from '../../text/refused.ts'
import { Problem, TooMany } from '../../web/problems.ts'
import { passingName } from './leftovers.ts'
import type { Bounds, Failure, Order, Report, WorkInput, WorkName, WorkOutput } from './messages.ts'

/** Processes that share one kind of work, and who comes next. */
export interface Lane {
  /**
   * Has a piece of work done in one of the processes.
   * @throws Problem or SourceRefused when it is refused or goes over a limit; TooMany when too many wait
   */
  run<K extends WorkName>(name: K, input: WorkInput<K>, how: How): Promise<WorkOutput<K>>
  /** Ends the processes; what they are at fails. */
  close(): void
}

export interface How {
  /** Whose turn it takes: nobody occupies all processes, and everybody's next piece comes in turn. */
  asker: string
  /** Time it may take, waiting not included. */
  milliseconds: number
  tellProgress?: (progress: number) => void
}

export interface LaneShape {
  processes: number
  /** Pieces of work one asker may have waiting. */
  queue: number
  /** Milliseconds a piece waits at most before it is sent away. */
  patience: number
  /** Milliseconds without work after which a process ends and gives its memory back. */
  idle: number
  bounds: Bounds
  /** What people wait for, for the sentence when it goes over a limit. */
  about: 'question' | 'file'
}

interface Task {
  order: Omit<Order, 'id'>
  how: How
  settle(report: { done: unknown } | { failed: Failure }): void
  sendAway(error: Error): void
  waiting?: NodeJS.Timeout
  /** Was given to a process that died before it took it up; that may happen once. */
  again?: true
}

interface Worker {
  child: ChildProcess
  temp: string
  /** Its database is open; the time of its work is counted from then. */
  ready: boolean
  task: Task | null
  /** It has taken up its work: if it dies from now on, the work may be why. */
  begun: boolean
  /** Number of what it is at. */
  order: number
  timer?: NodeJS.Timeout
  /** Set when its work turned out to be long. */
  slowed?: NodeJS.Timeout | true
}

/** Work that takes longer gives way to other processes; milliseconds, and how far: a third of what others get. */
const long = { after: 1500, nice: 5 }

/** Time a process has to stop by itself before it is killed. */
const grace = 1000
/** Time a process has to start, on a machine that is very busy. */
const slowest = 60_000
/** Seconds after which it is worth coming again. */
const again = 5

/** Opens a lane; its processes start when there is work for them. */
export function makeLane({ processes, queue, patience, idle, bounds, about }: LaneShape): Lane {
  const workers = new Set<Worker>()
  const waiting = new Map<string, Task[]>()
  let count = 0
  let closed = false

  function start(): Worker {
    // Each spills into a folder of its own, so that what a killed one leaves behind can be taken away.
    const temp = join(bounds.temp, passingName())
    mkdirSync(temp, { recursive: true, mode: 0o700 })
    const child = fork(join(import.meta.dirname, 'child.ts'), [], { execArgv: ['--max-old-space-size=1024'], env: { TZ: 'UTC' }, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const worker: Worker = { child, temp, ready: false, task: null, begun: false, order: 0 }
    workers.add(worker)
    child.send({ ...bounds, temp } satisfies Bounds)
    child.on('message', (report: Report) => hear(worker, report))
    child.on('error', () => {})
    child.on('exit', () => lose(worker))
    return worker
  }

  /** A process died by itself; work it never took up goes to another one. */
  function lose(worker: Worker): void {
    const { task } = worker
    if (workers.has(worker) && task && !worker.begun && !task.again && !closed) {
      task.again = true
      worker.task = null
      waiting.set(task.how.asker, [task, ...(waiting.get(task.how.asker) ?? [])])
    }
    end(worker, { kind: 'memory' })
  }

  function end(worker: Worker, failure: Failure): void {
    if (!workers.delete(worker)) return
    clearTimeout(worker.timer)
    clearTimeout(worker.slowed === true ? undefined : worker.slowed)
    worker.child.kill('SIGKILL')
    rmSync(worker.temp, { recursive: true, force: true })
    worker.task?.settle({ failed: failure })
    pump()
  }

  function hear(worker: Worker, report: Report): void {
    const { task } = worker
    if ('ready' in report) {
      worker.ready = true
      if (task) beginTime(worker, task)
      return
    }
    if (!task || report.id !== worker.order) return
    if ('begun' in report) {
      worker.begun = true
      return
    }
    if ('progress' in report) return task.how.tellProgress?.(report.progress)
    clearTimeout(worker.timer)
    worker.task = null
    // What has given way cannot come back to the front: another process takes its place.
    if (worker.slowed === true) end(worker, { kind: 'time' })
    else rest(worker)
    task.settle(report)
    pump()
  }

  /** A process without work keeps nobody awake, and ends after a while. */
  function rest(worker: Worker): void {
    clearTimeout(worker.slowed === true ? undefined : worker.slowed)
    worker.child.unref()
    worker.child.channel?.unref()
    worker.timer = setTimeout(() => end(worker, { kind: 'time' }), idle).unref()
  }

  function give(worker: Worker, task: Task): void {
    clearTimeout(worker.timer)
    clearTimeout(task.waiting)
    worker.task = task
    worker.begun = false
    worker.child.ref()
    worker.child.channel?.ref()
    if (worker.ready) beginTime(worker, task)
    else worker.timer = setTimeout(() => end(worker, { kind: 'time' }), slowest)
    worker.order = ++count
    worker.child.send({ id: count, ...task.order } satisfies Order)
  }

  function beginTime(worker: Worker, task: Task): void {
    clearTimeout(worker.timer)
    worker.timer = setTimeout(() => end(worker, { kind: 'time' }), task.order.milliseconds + grace)
    worker.slowed = setTimeout(() => giveWay(worker), long.after).unref()
  }

  function giveWay(worker: Worker): void {
    const { pid } = worker.child
    if (pid === undefined || bounds.nice > 0) return
    worker.slowed = true
    try {
      // On Linux every thread has a priority of its own.
      const threads = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid]
      for (const thread of threads) setPriority(thread, long.nice)
    } catch {
      // It has just ended.
    }
  }

  /** The next piece of work of whoever has waited longest, unless it would take the last free process of the others. */
  function next(free: number): Task | undefined {
    for (const [asker, tasks] of waiting) {
      const has = [...workers].some(({ task }) => task?.how.asker === asker)
      if (has && free === 1 && processes > 1) continue
      const task = tasks.shift()!
      waiting.delete(asker)
      if (tasks.length > 0) waiting.set(asker, tasks)
      return task
    }
    return undefined
  }

  function pump(): void {
    while (!closed) {
      const resting = [...workers].find(({ task }) => task === null)
      const free = processes - [...workers].filter(({ task }) => task !== null).length
      if (free === 0) return
      const task = next(free)
      if (!task) return
      give(resting ?? start(), task)
    }
  }

  return {
    run: <K extends WorkName>(name: K, input: WorkInput<K>, how: How) =>
      new Promise<WorkOutput<K>>((resolve, reject) => {
        const line = waiting.get(how.asker) ?? []
        if (closed) return reject(new Error('tables are closed'))
        if (line.length >= queue) return reject(new TooMany(again))
        const task: Task = {
          order: { name, input, milliseconds: how.milliseconds },
          how,
          // The process answers what the work of that name answers.
          settle: report => ('done' in report ? resolve(report.done as WorkOutput<K>) : reject(errorOf(report.failed, about))),
          sendAway: reject,
        }
        task.waiting = setTimeout(() => {
          const mine = waiting.get(how.asker)?.filter(one => one !== task) ?? []
          if (mine.length > 0) waiting.set(how.asker, mine)
          else waiting.delete(how.asker)
          reject(new TooMany(again))
        }, patience)
        waiting.set(how.asker, [...line, task])
        pump()
      }),
    close() {
      closed = true
      for (const tasks of waiting.values())
        for (const task of tasks) {
          clearTimeout(task.waiting)
          task.sendAway(new Error('tables are closed'))
        }
      waiting.clear()
      for (const worker of workers) end(worker, { kind: 'fault', detail: 'tables are closed' })
    },
  }
}

function errorOf(failed: Failure, about: LaneShape['about']): Error {
  if (about === 'file' && (failed.kind === 'time' || failed.kind === 'memory' || failed.kind === 'size')) return new SourceRefused('Berkas ini terlalu berat untuk diolah dan dihentikan. Bagi menjadi beberapa berkas.')
  switch (failed.kind) {
    case 'refused':
      return new SourceRefused(failed.text, failed.values)
    case 'problem':
      return new Problem(failed.field, failed.text, failed.values)
    case 'time':
      return new Problem('query', 'Pertanyaan ini terlalu lama dihitung dan dihentikan. Persempit saringannya, atau minta lebih sedikit kolom.')
    case 'memory':
      return new Problem('query', 'Pertanyaan ini membutuhkan terlalu banyak memori dan dihentikan. Persempit saringannya, atau kelompokkan lebih kasar.')
    case 'size':
      return new Problem('query', 'Jawabannya terlalu besar. Minta lebih sedikit baris atau kolom, atau unduh sebagai CSV atau Parquet.')
    case 'fault':
      return new Error(failed.detail)
  }
}
