import type { Tx } from '#platform/db/database.ts'
import { seal } from '#platform/secrets/sealing.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { chargesOf } from '#modules/leave/days.ts'
import { deputiesFor, dutiesOf, isCovered, writeHandovers } from '#modules/leave/handover.ts'
import { turnDue } from '#modules/leave/keep-days.ts'
import type { Request, Span, Verdict } from '#modules/leave/leave.ts'
import { advise, decide, submit, type Acting } from '#modules/leave/lifecycle.ts'
import { capacityOf, routeOf, type Decider } from '#modules/leave/route.ts'
import { closedDays, kindOf, kindsOn } from '#modules/leave/rules.ts'
import { insertDraft, requestById } from '#modules/leave/store.ts'
import { writeAdjustments } from '#modules/leave-accounts/store.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Tables } from '#modules/personnel/tables.ts'
import type { Place } from './units.ts'

/** A leave of the demo; days are counted from the Monday of the week in which it is made. */
interface DemoLeave {
  nip: string
  kind: string
  ground?: string
  from: number
  until: number
  reason: string
  address: string
  /** How far it came: kept as a draft, sent, with advice, or decided like this. */
  reached: 'draft' | 'sent' | 'advised' | Verdict
  /** Said with it by whoever advised or decided. */
  remarks?: string
  paper?: string
}

const leaves: readonly DemoLeave[] = [
  // On leave this week, two of them heads of agencies: one with a Plh. by decree, one who named his own.
  { nip: '197001301996031920', kind: 'tahunan', from: 0, until: 4, reason: 'Pernikahan putri pertama', address: 'Jalan Pandanaran 12, Semarang', reached: 'agree' },
  { nip: '197206191999032925', kind: 'tahunan', from: 0, until: 8, reason: 'Menengok orang tua', address: 'Jalan Kaliurang 21, Yogyakarta', reached: 'agree' },
  { nip: '199005122015022913', kind: 'melahirkan', from: -30, until: 59, reason: 'Persalinan anak kedua', address: 'Jalan Ahmad Yani 4, Slawi', reached: 'agree' },
  { nip: '198404202009032917', kind: 'tahunan', from: 7, until: 9, reason: 'Wisuda adik di Purwokerto', address: 'Jalan HR Bunyamin 8, Purwokerto', reached: 'agree' },
  // Waiting: at the head of the agency, the secretary of the region, the regent, the secretary of public works.
  { nip: '198109302005012912', kind: 'tahunan', from: 15, until: 17, reason: 'Liburan keluarga', address: 'Jalan Malioboro 60, Yogyakarta', reached: 'sent' },
  { nip: '197504141997031953', kind: 'tahunan', from: 16, until: 17, reason: 'Mengurus waris keluarga', address: 'Desa Randudongkal, Pemalang', reached: 'sent' },
  { nip: '196809141993031901', kind: 'tahunan', from: 22, until: 24, reason: 'Umrah keluarga', address: 'Jalan dr. Soetomo 5, Slawi', reached: 'sent' },
  { nip: '199406072019031922', kind: 'sakit', ground: 'sakit', from: -1, until: 2, reason: 'Demam tifoid, rawat jalan', address: 'Jalan Merpati 3, Slawi', reached: 'sent', paper: 'Surat keterangan dokter (peragaan): istirahat empat hari.' },
  { nip: '197710152002122921', kind: 'tahunan', from: 29, until: 30, reason: 'Acara keluarga', address: 'Desa Procot, Slawi', reached: 'sent' },
  // Decided in many ways.
  { nip: '198803152011011909', kind: 'tahunan', from: -54, until: -52, reason: 'Menengok orang tua', address: 'Jalan Veteran 7, Brebes', reached: 'agree' },
  { nip: '198803152011011909', kind: 'tahunan', from: 35, until: 44, reason: 'Libur akhir tahun bersama keluarga', address: 'Jalan Veteran 7, Brebes', reached: 'agree' },
  { nip: '198803152011011909', kind: 'alasan-penting', ground: 'istri-melahirkan', from: 84, until: 88, reason: 'Perkiraan kelahiran anak', address: 'Jalan Melati 9, Slawi', reached: 'draft' },
  { nip: '198109302005012912', kind: 'tahunan', from: -89, until: -88, reason: 'Acara keluarga di Cirebon', address: 'Jalan Siliwangi 2, Cirebon', reached: 'agree' },
  { nip: '199109152014062962', kind: 'tahunan', from: 14, until: 16, reason: 'Pernikahan saudara', address: 'Jalan Gajah Mada 14, Tegal', reached: 'change', remarks: 'Tanggal pertama bersamaan dengan musrenbang kecamatan.' },
  { nip: '198506212010012937', kind: 'tahunan', from: 7, until: 11, reason: 'Umrah', address: 'Jalan Cut Nyak Dien 3, Slawi', reached: 'defer', remarks: 'Penilaian akhir semester memerlukan semua guru.' },
  { nip: '198902172014022971', kind: 'tahunan', from: 36, until: 37, reason: 'Acara keluarga', address: 'Jalan Mawar 5, Slawi', reached: 'refuse', remarks: 'Penutupan data kepegawaian akhir tahun.' },
  { nip: '198902172014022971', kind: 'sakit', ground: 'sakit', from: -40, until: -39, reason: 'Infeksi saluran napas', address: 'Jalan Mawar 5, Slawi', reached: 'agree', paper: 'Surat keterangan dokter (peragaan): istirahat dua hari.' },
]

/** Days between asking, advice and decision. */
const before = 10

/** Adds a week of leave: people away with who stands in, requests on many desks, and what was left of last year. */
export async function addLeave(services: Services, place: Place, now = new Date()): Promise<void> {
  const today = dayIn(now, place.zone)
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  await services.database.transaction(place.governmentId, async tx => {
    const rows = await tx.withTables<Tables>().selectFrom('personnel.employee').select(['id', 'nip']).where('status', '=', 'active').orderBy('id').execute()
    const people = await services.ask(employees).byId(tx, rows.map(row => row.id))
    const byNip = new Map([...people.values()].map(person => [person.nip, person]))
    await writeAdjustments(tx, [...people.values()].map((person, i) => ({ employeeId: person.id, year: Number(today.slice(0, 4)) - 1, kind: 'left' as const, days: (i * 5) % 8, basis: 'Saldo awal', by: null })))
    for (const leave of [...leaves, ...ofStaff([...people.values()])]) {
      const person = byNip.get(leave.nip)
      if (person) await addOne(tx, services, place, person, leave, { today, monday, now })
    }
  })
  await turnDue(services, place.governmentId, now)
}

/** A few of the invented staff, so that calendars of agencies have somebody in them. */
const ofStaff = (people: readonly Employee[]): DemoLeave[] =>
  people.filter(({ kind, nip, accountId }) => kind !== 'honorer' && nip?.endsWith('000') && accountId === null).filter((_, i) => i % 11 === 3).map(({ nip }, i) => {
    // What still waits lies ahead: nobody leaves a request until its days have passed.
    const waits = i % 5 === 4
    const from = (waits ? 14 : 0) + (i % 3) * 7 + (i % 4)
    return { nip: nip!, kind: 'tahunan', from, until: from + 1 + (i % 2), reason: 'Keperluan keluarga', address: 'Kabupaten Tegal', reached: waits ? 'sent' : 'agree' }
  })

interface Time {
  today: string
  monday: string
  now: Date
}

async function addOne(tx: Tx, services: Services, place: Place, person: Employee, leave: DemoLeave, { today, monday, now }: Time): Promise<void> {
  const span: Span = { from: addDays(monday, leave.from), until: addDays(monday, leave.until) }
  // Sick leave is asked for when it comes, other leave in time; nothing was asked for in the future.
  const asked = [addDays(span.from, leave.kind === 'sakit' ? 0 : -2 * before), today].sort()[0]!
  const on = (day: string, decider: Decider | null): Acting => ({
    ask: services.ask, governmentId: place.governmentId, today: day, now: day === today ? now : new Date(`${day}T03:12:00Z`),
    by: decider?.by.accountId ?? null, capacity: decider ? capacityOf(decider.by) : null, name: decider?.by.name ?? person.name, nip: decider ? decider.by.nip : person.nip,
  })
  const at = on(today, null)
  const id = await insertDraft(tx, { employeeId: person.id, unitId: person.unitId }, {
    kind: leave.kind, ground: leave.ground ?? null, ...span, reason: leave.reason, birth: leave.kind === 'melahirkan' ? 2 : null, address: leave.address, phone: '0812 5550 2026', paperId: leave.paper ? await paperOf(tx, services, place, leave.paper) : null,
  })
  const handovers = []
  for (const duty of await dutiesOf(tx, at, person, today)) {
    const [deputy] = isCovered(duty, span) ? [] : await deputiesFor(tx, at, duty.post, person)
    if (deputy) handovers.push({ postId: duty.post.id, employeeId: deputy.employee.id })
  }
  await writeHandovers(tx, id, handovers)
  if (leave.reached === 'draft') return
  const [kinds, holidays] = [await kindsOn(tx, today), await closedDays(tx, today)]
  const kind = kindOf(kinds, leave.kind)
  const charges = (days: Span): Request['charges'] => (kind?.quota ? chargesOf(days, holidays) : {})
  // Positions are asked as they stand today: the demo has no history of them.
  const route = await routeOf(tx, at, person, leave.kind)
  let request = await submit(tx, { ...on(asked, null), by: person.accountId, today }, (await requestById(tx, id, true))!, person, { charges: charges(span), ruleId: kind?.id ?? null, quotaId: null })
  if (leave.reached === 'sent' || !route) return
  const verdict = leave.reached === 'advised' ? 'agree' : leave.reached
  const days = verdict === 'change' ? { from: addDays(span.from, 1), until: span.until } : span
  const said = { verdict, remarks: leave.remarks ?? null, ...days }
  const later = (n: number) => [addDays(asked, n), today].sort()[0]!
  if (route.superior.post.id !== route.official.post.id) request = await advise(tx, on(later(1), route.superior), request, person, said)
  if (leave.reached !== 'advised') await decide(tx, on(later(3), route.official), request, { ...said, charges: charges(days) })
}

/** A doctor's letter, sealed as those of real people are. */
async function paperOf(tx: Tx, { files, config }: Services, place: Place, text: string): Promise<string> {
  const paper = { name: 'surat-dokter.txt', mediaType: 'text/plain', body: Buffer.from(`${text}\n`).toString('base64') }
  const body = seal(config.secret, 'leave.paper', JSON.stringify(paper))
  return (await files.put(tx, place.governmentId, { name: 'surat', mediaType: 'application/octet-stream', body, unitId: null, public: false })).id
}
