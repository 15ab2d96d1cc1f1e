import type { Official } from '../contract.ts'

type Holder = Pick<Official, 'name' | 'kind'>

/** Ways of holding a position; Plt. and Plh. stand in for the holder. */
export const holdingKinds: Record<Official['kind'], string> = { definitif: 'Definitif', plt: 'Plt. (pelaksana tugas)', plh: 'Plh. (pelaksana harian)' }

/** `Plh. Siti Mahmudah`. */
export const holderName = ({ name, kind }: Holder): string => (kind === 'definitif' ? name : `${kind === 'plt' ? 'Plt.' : 'Plh.'} ${name}`)

/** All who hold a position today; a dash when nobody does. */
export const holdersText = (holders: readonly Holder[]): string => holders.map(holderName).join(', ') || '–'
