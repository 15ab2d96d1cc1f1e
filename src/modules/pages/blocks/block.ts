import type { VNode } from 'preact'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import type { Context, FileRule } from '#platform/web/page.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import type { BlockKind, Value } from '../contract.ts'

/** Who shows a block, for blocks that draw on more than their own values. */
export interface BlockContext extends Pick<Context, 'db' | 'ask' | 'government' | 'now'> {
  unit: Unit
  units: UnitTree
}

/** Where a block stands, for its links. */
export interface Around {
  unit: Unit
  units: UnitTree
  /** Address of a path within the site, e.g. `/berita/rapat`. */
  href(path: string): string
  /** Address of a path on the portal, e.g. `/langganan`. */
  portal(path: string): string
  /** Address of a picture or file such as `/gambar/<id>/640.webp`: the same for readers, another for officers before it is published. */
  file(address: string): string
}

/** What a form sent, and what was stored before. */
export interface Sent {
  input: Record<string, unknown>
  files: Record<string, StoredFile[]>
  /** Adds something wrong; `name` is the input's. */
  wrong(name: string, text: string, values?: Record<string, string | number>): void
}

/** One input of a block: how it is asked for, read, stored and told in words. */
export interface Part<V extends Value = Value> {
  empty: V
  view(props: { name: string; fields: Fields; kept: StoredFile[]; stored: V }): VNode
  /** The stored value as form values by input name. */
  fill(name: string, value: V): Record<string, unknown>
  read(name: string, sent: Sent, stored: V): V
  /** Words of it, Markdown where it is Markdown. */
  text(value: V): string
  files?(value: V): string[]
  /** Given when it takes uploads under its name. */
  rule?: FileRule
}

export interface BlockView<V, D> {
  values: V
  data: D
  around: Around
}

/** A kind of block. */
export interface BlockSpec {
  kind: BlockKind
  /** Indonesian source text. */
  name: string
  /** One sentence: what it shows. */
  about: string
  parts: Record<string, Part>
  /** Shows something by itself, from what other modules know, even when nothing was written. */
  filled?: boolean
  load?(context: BlockContext, values: Record<string, Value>): Promise<unknown>
  /** Topics of what `load` reads. */
  topics?(context: Pick<BlockContext, 'government' | 'unit'>): string[]
  /** Null when there is nothing to show. */
  view(props: BlockView<never, never>): VNode | null
}

/** Values of a block, by the parts its kind declares. */
export type ValuesOf<P extends Record<string, Part<never>>> = { [K in keyof P]: P[K] extends Part<infer V> ? V : never }
