import type { Comparison } from '#modules/reconciliation/contract.ts'

export const addressOf = ({ id }: Pick<Comparison, 'id'>): string => `/kerja/rekonsiliasi/${id}`
