import type { Service } from '../decree.ts'

/** `8 tahun 0 bulan`, as papers write it. */
export const serviceWords = ({ years, months }: Service): string => `${years} tahun ${months} bulan`
