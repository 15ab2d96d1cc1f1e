import { Fragment } from 'preact'
import { StateBadge } from '#ui/index.ts'
import type { BookNumber } from '../number.ts'
import { remarkOf, stateWords } from './words.ts'

/** What became of a number, and why. */
export const StateOf = ({ number }: { number: Pick<BookNumber, 'state' | 'reason' | 'cancelReason'> }) => (
  <><StateBadge state={number.state} states={stateWords} />{remarkOf(number) && <> <small>{remarkOf(number)}</small></>}</>
)

/** A printed number; a long one is broken at its slashes. */
export const Printed = ({ number }: { number: string | null }) =>
  <>{number === null ? '–' : number.split('/').map((part, i) => <Fragment key={i}>{i > 0 && <>/<wbr /></>}{part}</Fragment>)}</>
