/** What people are invited to. */
export interface Occasion {
  /** ISO 8601. */
  from: string
  to: string | null
  place: string
  link: string | null
  agenda: string
}

const zones: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** What `{hari}`, `{tanggal}`, `{waktu}`, `{tempat}` and `{acara}` stand for; letters are in Indonesian, whoever reads them here. */
export function occasionWords({ from, to, place, link, agenda }: Occasion, zone: string): Record<string, string> {
  const written = (at: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...options }).format(new Date(at))
  const weekday = (at: string) => written(at, { weekday: 'long' })
  const date = (at: string) => written(at, { day: 'numeric', month: 'long', year: 'numeric' })
  const time = (at: string) => written(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const several = to !== null && date(from) !== date(to)
  const short = zones[zone]
  return {
    hari: several ? `${weekday(from)} s.d. ${weekday(to)}` : weekday(from),
    tanggal: several ? `${date(from)} s.d. ${date(to)}` : date(from),
    waktu: [time(from), short, 's.d.', to === null ? 'selesai' : `${time(to)}${short ? ` ${short}` : ''}`].filter(Boolean).join(' '),
    tempat: link ? [place, `daring: ${link}`].filter(Boolean).join(', ') : place,
    acara: agenda,
  }
}

/** A text with what the occasion says in the place of its marks. */
export const filledIn = (text: string, occasion: Occasion | null, zone: string): string => {
  if (!occasion) return text
  const words = occasionWords(occasion, zone)
  return text.replace(/\{(hari|tanggal|waktu|tempat|acara)\}/g, (mark, name: string) => words[name] ?? mark)
}
