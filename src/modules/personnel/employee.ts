import type { educationWords, EmployeeKind, EmployeeStatus, Facts } from './contract.ts'

export type { Facts, Private, Sex } from './contract.ts'

export const employeeKinds = ['pns', 'pppk', 'honorer'] as const satisfies readonly EmployeeKind[]
export const employeeStatuses = ['active', 'cltn', 'retired', 'moved', 'dismissed', 'deceased'] as const satisfies readonly EmployeeStatus[]
/** A proposed entry waits for the personnel officer. */
export type RecordState = 'verified' | 'proposed' | 'refused'

export const religions = ['islam', 'kristen', 'katolik', 'hindu', 'buddha', 'konghucu', 'kepercayaan'] as const
export const maritals = ['belum', 'kawin', 'cerai-hidup', 'cerai-mati'] as const

/** Education from low to high. */
export const educations = ['sd', 'smp', 'sma', 'd1', 'd2', 'd3', 'd4', 's1', 's2', 's3'] as const satisfies readonly (keyof typeof educationWords)[]

/** What the newest verified records say. */
export interface Current {
  grade: string | null
  gradeSince: string | null
  education: string | null
  positionTitle: string | null
  positionLevel: string | null
  positionSince: string | null
  increaseSince: string | null
  /** Soonest end of what is held now. */
  licenseUntil: string | null
}

/** A person's file without its NIK, which is sealed and opened only where it is needed. */
export interface File extends Omit<Facts, 'nik'>, Current {
  id: string
  accountId: string | null
  photoId: string | null
  sealedNik: Buffer | null
  version: number
}

/** `dr. Ambarwati Nugraheni, M.Kes.` */
export const fullName = ({ titleBefore, name, titleAfter }: Pick<Facts, 'titleBefore' | 'name' | 'titleAfter'>): string =>
  `${titleBefore ? `${titleBefore} ` : ''}${name}${titleAfter ? `, ${titleAfter}` : ''}`
