import { Fragment, type VNode } from 'preact'
import { Section } from '#ui/index.ts'
import { PartFields, type PartFieldsProps } from '#ui/part/part-fields.tsx'
import type { Block } from '../contract.ts'
import type { Around, BlockContext, BlockSpec, Drawing } from './block.ts'
import { specOf } from './kinds.ts'
import { writtenIn } from './written.tsx'

/** A block with everything it shows. */
export interface Loaded {
  block: Block
  spec: BlockSpec
  /** Whether it has the first picture of the page, which is not to wait. */
  eager: boolean
  draw(drawing: Drawing): VNode | null
}

/** Reads what the blocks of a page draw on, all at once; blocks of an unknown kind are left out. */
export async function loadBlocks(context: BlockContext, blocks: readonly Block[]): Promise<Loaded[]> {
  const known = blocks.flatMap(block => {
    const spec = specOf(block.kind)
    return spec ? [{ block, spec }] : []
  })
  const first = known.find(({ block, spec }) => Object.entries(spec.parts).some(([name, part]) => part.rule?.accept === 'image' && part.files?.(part.take(block.values?.[name])).length))
  return Promise.all(known.map(async one => ({ ...one, eager: one === first, draw: await one.spec.load(context, one.block.values) })))
}

/** Topics of what the blocks of a page show besides their own words. */
export const topicsOf = (blocks: readonly Block[], context: Pick<BlockContext, 'government' | 'unit'>): string[] =>
  [...new Set(blocks.flatMap(block => specOf(block.kind)?.topics(context) ?? []))]

/**
 * The hero a page opens with, for the layout's `hero`, and the blocks that follow it.
 * Null when the page opens with something else: then the layout shows the page's title.
 */
export function openingOf(loaded: readonly Loaded[], around: Around): { hero: VNode | null; rest: readonly Loaded[] } {
  const [first, ...rest] = loaded
  const hero = first?.block.kind === 'hero' ? first.draw({ around, level: 2, eager: first.eager, opening: true }) : null
  return { hero, rest: hero ? rest : loaded }
}

export interface BlocksProps {
  loaded: readonly Loaded[]
  around: Around
  /** Title of the page, so that no heading of ours repeats it. */
  title?: string
}

/** Whether readers would find nothing on a page: what fills itself may have nothing to fill it with. */
export async function showsNothing(context: BlockContext, blocks: readonly Block[]): Promise<boolean> {
  const around: Around = { unit: context.unit, units: context.units, href: path => path, portal: path => path, file: address => address }
  return (await loadBlocks(context, blocks)).every(({ draw }) => draw({ around, level: 2, eager: false, opening: false }) === null)
}

/** The blocks of a page under each other; those with a heading are sections under the page's title. */
export function Blocks({ loaded, around, title }: BlocksProps) {
  return (
    <>
      {loaded.map(({ block, spec, eager, draw }) => {
        const said = spec.heading(block.values)
        const heading = said && !said.written && said.text === title ? null : said
        const drawn = draw({ around, level: heading ? 3 : 2, eager, opening: false })
        if (!drawn) return null
        if (!heading) return <Fragment key={block.id}>{drawn}</Fragment>
        return <Section key={block.id} title={heading.text} lang={heading.written ? writtenIn() : undefined} link={spec.link?.(around)}>{drawn}</Section>
      })}
    </>
  )
}

/** All inputs of a kind of block. */
export const BlockFields = ({ spec, stored, ...rest }: Pick<PartFieldsProps, 'fields' | 'kept'> & { spec: BlockSpec; stored: Block | null }) => <PartFields parts={spec.parts} stored={stored?.values} {...rest} />
