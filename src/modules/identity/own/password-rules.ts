import { z } from 'zod'
import { limits } from '../limits.ts'

/** A password to be set: long is what counts, so any characters are welcome. */
export const newPassword = () =>
  z.string('Isi kata sandi baru').min(limits.password.min, 'Paling sedikit {min} huruf, misalnya empat kata yang tidak berhubungan').max(limits.password.max, 'Paling banyak {max} huruf').refine(text => new Set(text).size >= 5, 'Terlalu mudah ditebak. Pakai lebih banyak huruf yang berbeda.')

/** Whether a password is one of the person's own names, the first thing anyone tries. */
export const namesPerson = (password: string, names: readonly (string | null | undefined)[]): boolean =>
  names.some(name => name && name.length > 4 && password.toLowerCase().includes(name.toLowerCase()))
