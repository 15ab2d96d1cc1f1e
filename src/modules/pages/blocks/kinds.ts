import type { BlockSpec } from './block.ts'
import { contact } from './contact.tsx'
import { hero } from './hero.tsx'
import { latest } from './latest.tsx'
import { text } from './text.tsx'

/** All kinds of blocks, in the order of menus. */
export const blockSpecs: readonly BlockSpec[] = [hero, text, latest, contact]

const byKind = new Map<string, BlockSpec>(blockSpecs.map(spec => [spec.kind, spec]))

/** What is known about a kind. */
export const specOf = (kind: string): BlockSpec | undefined => byKind.get(kind)
