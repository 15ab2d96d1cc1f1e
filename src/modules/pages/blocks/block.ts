import type { VNode } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import { beside, line } from '#ui/part/inputs.tsx'
import { take, type Part, type Parts, type Sent, type ValuesOf } from '#ui/part/part.ts'
import type { Block, BlockKind } from '../contract.ts'

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
  /** The site's address on the portal, e.g. `/situs/desa-kalisapu`: links written with it stay within the site. */
  home?: string
  /** Slugs of the site's pages, so that `/profil` as people write it stays within the site. */
  slugs?: ReadonlySet<string>
}

/** Where on a page a block is drawn. */
export interface Drawing {
  around: Around
  /** Of headings inside the block. */
  level: 2 | 3
  /** Whether its picture is the first one of the page. */
  eager: boolean
  /** Whether it opens the page and brings its title. */
  opening: boolean
}

export interface BlockView<V, D> extends Drawing {
  values: V
  data: D
}

/** What a kind of block declares; a part named `heading` is the block's own heading. */
export interface BlockKindSpec<P extends Parts, D> {
  kind: BlockKind
  /** Indonesian source text. */
  label: string
  /** One sentence: what it shows. */
  hint: string
  parts: P
  /** Heading when none was written. */
  title?: string
  /** Leads to all of it, beside the heading. */
  link?(around: Around): { href: string; label: string }
  /** Shows something by itself, from what other modules know, even when nothing was written. */
  filled?: boolean
  /** What several parts say together. */
  check?(values: ValuesOf<P>, wrong: Sent['wrong']): void
  /** What only a look at other modules' records can tell. @throws Problem */
  verify?(context: BlockContext, values: ValuesOf<P>): Promise<void>
  load?(context: BlockContext, values: ValuesOf<P>): Promise<D>
  /** Topics of what `load` reads. */
  topics?(context: Pick<BlockContext, 'government' | 'unit'>): string[]
  /** Null when there is nothing to show. */
  view(props: BlockView<ValuesOf<P>, D>): VNode | null
}

/** A kind of block as pages and editors know it, whatever its parts are. */
export interface BlockSpec extends Pick<BlockKindSpec<Parts, unknown>, 'kind' | 'label' | 'hint' | 'parts' | 'link'> {
  filled: boolean
  check(values: Block['values'], wrong: Sent['wrong']): void
  verify(context: BlockContext, values: Block['values']): Promise<void>
  topics(context: Pick<BlockContext, 'government' | 'unit'>): string[]
  /** Reads what the block draws on; the answer draws it, and is null when there is nothing to show. */
  load(context: BlockContext, values: Block['values']): Promise<(drawing: Drawing) => VNode | null>
  /** The heading over it; `written` when people wrote it, else it is ours and translated. */
  heading(values: Block['values']): { text: string; written: boolean } | null
}

/** Declares a kind of block; its values have the types of its parts, whatever was stored. */
export function block<P extends Parts, D = undefined>(spec: BlockKindSpec<P, D>): BlockSpec {
  const { kind, label, hint, parts, title, link, filled = false, check, verify, load, topics, view } = spec
  return {
    kind,
    label,
    hint,
    parts,
    filled,
    link,
    check: (values, wrong) => check?.(take(parts, values), wrong),
    verify: async (context, values) => verify?.(context, take(parts, values)),
    topics: context => topics?.(context) ?? [],
    async load(context, stored) {
      const values = take(parts, stored)
      const data = (await load?.(context, values)) as D
      return drawing => view({ ...drawing, values, data })
    },
    heading(stored) {
      const written = parts.heading?.take(stored?.heading)
      return typeof written === 'string' && written !== '' ? { text: written, written: true } : title ? { text: t(title), written: false } : null
    },
  }
}

/** The heading over a block. */
export const heading = (): Part<string> => beside(line('Judul bagian', { max: 120 }))
