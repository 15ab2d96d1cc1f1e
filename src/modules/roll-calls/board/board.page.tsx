import QRCode from 'qrcode'
import { clock, dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, Button, DataTable, DateTime, Form, Grid, LiveBoard, QrCode, Section, Stat, StateBadge, WorkLayout } from '#ui/index.ts'
import { inTime, standings, tally } from '../call.ts'
import { screenCode } from '../screen-code.ts'
import { endCall } from '../store.ts'
import { kindWords, standingWords, viaWords } from '../words.ts'
import { boardOf, visibleCall } from './here.ts'

/** Who answered, as it happens; for a meeting or a parade with a code to scan. */
export const boardPage = page({
  path: '/kerja/panggil/:id',
  may: 'signed-in',
  async load(context) {
    const call = await visibleCall(context)
    const [people, units] = await Promise.all([boardOf(context, call), context.ask(unitDirectory).of(context.government.id)])
    const open = context.now < call.endsAt
    const address = `${context.request.origin}/hadir?kode=${call.id}.${screenCode(context.hands.secret, call.id, context.now)}`
    const code = open && call.kind !== 'call' ? { address, svg: await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) } : null
    return { call, people: people.toSorted((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing)), units, open, code }
  },
  view({ data: { call, people, units, open, code } }) {
    const counts = tally(people.map(({ standing }) => standing))
    return (
      <WorkLayout title={call.subject || t(kindWords[call.kind].label)} lead={<>{units.byId(call.unitId)?.name} · {open ? t('jawaban ditunggu sampai {time}', { time: clock(call.endsAt) }) : t('selesai {time}', { time: dateTime(call.endsAt) })}</>} islands={['live-board']} breadcrumbs={[{ label: t('Panggil hadir'), href: '/kerja/panggil' }, { label: call.subject || t(kindWords[call.kind].label) }]}>
        <LiveBoard address={open ? `/kerja/panggil/${call.id}/aliran` : null}>
          {code && <QrCode svg={code.svg} label={t('Pindai untuk mencatat kehadiran')} href={code.address} large />}
          <Grid>{standings.filter(standing => counts[standing] > 0).map(standing => <Stat key={standing} value={`${counts[standing]}/${people.length}`} share={counts[standing] / people.length}>{t(standingWords[standing].label)}</Stat>)}</Grid>
          <DataTable
            caption={t('Yang dipanggil')}
            rows={people}
            rowKey={one => one.employeeId}
            columns={[
              { label: t('Nama'), main: true, cell: one => one.name },
              { label: t('Unit'), cell: one => units.byId(one.unitId)?.name },
              { label: t('Jawaban'), cell: one => <><StateBadge state={one.standing} states={standingWords} /> {one.remarks}{one.textedAt && !one.answer && <div><small>{t('diberi tahu lewat SMS atau WhatsApp {time}', { time: clock(one.textedAt) })}</small></div>}</> },
              { label: t('Dijawab'), cell: one => one.answeredAt && <><DateTime at={one.answeredAt} as="time" /> {one.via && t(viaWords[one.via].label)} {!inTime(one, call) && <Badge tone="warn">{t('lewat batas')}</Badge>}</> },
            ]}
          />
        </LiveBoard>
        {open && <Section title={t('Sudah cukup?')}><Form actions={<Button>{t('Akhiri sekarang')}</Button>} /></Section>}
      </WorkLayout>
    )
  },
  async act(context) {
    const call = await visibleCall({ ...context, db: context.tx })
    await endCall(context.tx, call.id)
    context.note({ record: ['roll-call', call.id], after: { ended: true } })
    return goto(`/kerja/panggil/${call.id}`, 'Panggilan diakhiri.')
  },
})
