import { PartFields, type PartFieldsProps } from '#ui/part/part-fields.tsx'
import type { Block } from '../contract.ts'
import type { BlockSpec } from './block.ts'

export interface BlockFieldsProps extends Pick<PartFieldsProps, 'fields' | 'kept'> {
  spec: BlockSpec
  stored: Block | null
}

/** All inputs of a kind of block. */
export const BlockFields = ({ spec, stored, ...rest }: BlockFieldsProps) => <PartFields parts={spec.parts} stored={stored?.values} {...rest} />
