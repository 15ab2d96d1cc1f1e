import type { Works } from './works.ts'

/** What a process of tables may hold and where it may look. */
export interface Bounds {
  /** Megabytes of its database; beyond it spills into `temp`. */
  memory: number
  threads: number
  /** Folder for what does not fit into memory, and megabytes it may take. */
  temp: string
  spill: number
  /** The only folders it may read and write. */
  folders: readonly string[]
  /** Niceness of the process, 0 to 19. */
  nice: number
}

export type WorkName = keyof Works
export type WorkInput<K extends WorkName> = Parameters<Works[K]>[1]
export type WorkOutput<K extends WorkName> = Awaited<ReturnType<Works[K]>>

/** A piece of work for a process; it is given up after so many milliseconds. */
export interface Order {
  id: number
  name: WorkName
  input: unknown
  milliseconds: number
}

/** Why a piece of work came to nothing. */
export type Failure =
  /** Says no to what was asked or brought, in a sentence. */
  | { kind: 'refused'; text: string; values?: Record<string, string | number> }
  | { kind: 'problem'; field: string; text: string; values?: Record<string, string | number> }
  /** Went over a limit. */
  | { kind: 'time' | 'memory' | 'size' }
  | { kind: 'fault'; detail: string }

/** What comes back from a process: first that it is ready, then of each piece of work that it was taken up, and what came of it. */
export type Report = { id: 0; ready: true } | { id: number; begun: true } | { id: number; done: unknown } | { id: number; failed: Failure } | { id: number; progress: number }
