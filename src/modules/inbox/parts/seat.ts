import type { HoldingKind } from '#modules/organisation/contract.ts'

const before: Record<HoldingKind, string> = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** A position as whoever holds it is called: `Plh. Kepala Dinas`. */
export const seatName = ({ kind, title }: { kind: HoldingKind; title: string }): string => before[kind] + title
