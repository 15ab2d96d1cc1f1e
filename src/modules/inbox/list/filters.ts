import { z } from 'zod'
import type { TaskKind } from '../contract.ts'

/** What can be counted and shown alone. An unread copy is all there is of copies: reading one ends it. */
export const counters = [
  { code: 'tanda-tangan', kind: 'sign', unread: false, label: 'untuk ditandatangani' },
  { code: 'paraf', kind: 'paraf', unread: false, label: 'untuk diparaf' },
  { code: 'perbaikan', kind: 'revise', unread: false, label: 'untuk diperbaiki' },
  { code: 'kirim', kind: 'send', unread: false, label: 'untuk dikirim' },
  { code: 'surat-baru', kind: 'incoming', unread: true, label: 'surat belum dibaca' },
  { code: 'surat', kind: 'incoming', unread: false, label: 'surat belum ditindaklanjuti' },
  { code: 'disposisi-baru', kind: 'disposition', unread: true, label: 'disposisi belum dibaca' },
  { code: 'disposisi', kind: 'disposition', unread: false, label: 'disposisi belum ditindaklanjuti' },
  { code: 'tembusan', kind: 'copy', unread: false, label: 'tembusan belum dibaca' },
  { code: 'persetujuan', kind: 'approve', unread: false, label: 'untuk disetujui' },
] as const satisfies readonly { code: string; kind: TaskKind; unread: boolean; label: string }[]

const codes = counters.map(counter => counter.code)

export const urgencies = ['biasa', 'segera', 'kilat'] as const
export const sorts = ['baru', 'lama', 'tenggat'] as const

/** The address of the inbox. `meja` is `saya`, `kantor` or a position; `setelah` the last task seen. */
export const listQuery = z.object({
  meja: z.union([z.enum(['saya', 'kantor']), z.uuid()]).default('saya'),
  tab: z.enum(['perlu', 'selesai']).default('perlu'),
  tugas: z.enum(codes).optional(),
  q: z.string().trim().max(100).optional(),
  sifat: z.enum(urgencies).optional(),
  tenggat: z.enum(['lewat', 'pekan']).optional(),
  unit: z.uuid().optional(),
  urut: z.enum(sorts).default('baru'),
  setelah: z.uuid().optional(),
})
export type ListQuery = z.output<typeof listQuery>

/** What the database is asked beside whose tasks: see `list-store.ts`. */
export interface Filter {
  done: boolean
  kind?: TaskKind
  unread?: boolean
  text?: string
  urgency?: string
  /** First and last day something is due, both included. */
  due?: { from: string | null; to: string }
  /** Units to show of an office. */
  units?: readonly string[]
  sort: (typeof sorts)[number]
  /** The last task seen. */
  after?: string
}

const shifted = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** The address as the database is asked; `below` are the units of `?unit=`. */
export function filterOf({ tab, tugas, q, sifat, tenggat, urut, setelah }: ListQuery, today: string, below?: readonly string[]): Filter {
  const done = tab === 'selesai'
  const counter = counters.find(one => one.code === tugas)
  return {
    done,
    kind: counter?.kind,
    unread: counter?.unread && !done,
    text: q || undefined,
    urgency: sifat,
    due: tenggat === 'lewat' ? { from: null, to: shifted(today, -1) } : tenggat === 'pekan' ? { from: today, to: shifted(today, 6) } : undefined,
    units: below,
    sort: done && urut === 'tenggat' ? 'baru' : urut,
    after: setelah,
  }
}
