import type { Run, SourceKind, SourceState } from '../source.ts'

export const kindWords: Record<SourceKind, { label: string; hint: string }> = {
  ckan: { label: 'CKAN', hint: 'Alamat portalnya, misalnya https://data.jatengprov.go.id.' },
  dcat: { label: 'DCAT (Turtle atau JSON-LD)', hint: 'Alamat katalognya, misalnya berakhiran .ttl atau .jsonld.' },
  'data-json': { label: 'data.json (Project Open Data)', hint: 'Alamat berkasnya, misalnya https://portal.go.id/data.json.' },
}

export const everyWords = { day: 'Setiap hari', week: 'Setiap minggu' } as const

export const sourceStates = {
  new: { label: 'Belum dipanen', tone: 'info' },
  active: { label: 'Dipanen', tone: 'good' },
  paused: { label: 'Dihentikan', tone: 'plain' },
} as const satisfies Record<SourceState, { label: string; tone: string }>

export const runStates = {
  waiting: { label: 'Menunggu giliran', tone: 'plain' },
  running: { label: 'Sedang dibaca', tone: 'info' },
  done: { label: 'Selesai', tone: 'good' },
  failed: { label: 'Gagal', tone: 'bad' },
} as const satisfies Record<Run['state'], { label: string; tone: string }>
