import { z } from 'zod'

/** One half of a point as typed, `-6,98`; null when left empty. */
export const coordinate = (limit: number) =>
  z.preprocess(
    value => (typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(',', '.')) : null),
    z.number('Tulis koordinat seperti -6,98').min(-limit, 'Tulis koordinat seperti -6,98').max(limit, 'Tulis koordinat seperti -6,98').nullable(),
  )
