import QRCode from 'qrcode'
import { t } from '#platform/i18n/locale.ts'
import { covers } from '#platform/access/who.ts'
import { page, type Context } from '#platform/web/page.ts'
import { useFrame } from '#platform/web/frame.ts'
import { NotFound } from '#platform/web/problems.ts'
import { noonOf, todayOf } from '#platform/time/zone.ts'
import { places, type ValidPlace } from '#modules/schedules/contract.ts'
import { BareLayout, DataTable, EmptyState, QrCode, WorkLayout } from '#ui/index.ts'
import type { Viewer } from '../contract.ts'
import { employeeHere, viewerOf } from '../parts/here.ts'
import { boardCrumbs, ownTabs } from '../parts/tabs.ts'
import { codeAt, codeSecret } from '#platform/secrets/rotating-code.ts'

/** The address a code leads to, drawn; `key` is the parameter that says whose code it is. */
async function drawn({ hands, now, request }: Context, of: 'place' | 'colleague', id: string): Promise<string> {
  const key = of === 'place' ? 'tempat' : 'rekan'
  const address = `${request.origin}/presensi?${new URLSearchParams({ [key]: id, kode: codeAt(codeSecret(hands.secret, `${of}:${id}`), now) })}`
  return QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
}

/** The script that puts the next code in the place of this one, where it was built; without it the link does. */
function useFreshCode(): string[] {
  const { islands } = useFrame()
  return 'fresh-code' in islands ? ['fresh-code'] : []
}

/** Places of the units within reach. */
function placesHere(context: Context, { units }: Viewer): Promise<ValidPlace[]> {
  const reach = context.who.reach('attendance.screen')
  return context.ask(places).in(context.db, units.all.filter(({ id }) => covers(reach, { unitId: id })).map(({ id }) => id), todayOf(context))
}

/** The places of the units one keeps attendance for: each can be shown on an office screen. */
export const screensPage = page({
  path: '/kerja/presensi/kios',
  may: 'attendance.screen',
  async load(context) {
    const viewer = await viewerOf(context)
    return { viewer, places: await placesHere(context, viewer) }
  },
  view: ({ data: { viewer, places: found } }) => (
    <WorkLayout title={t('Layar kode kantor')} lead={t('Buka pada tablet di pintu masuk. Kodenya berganti tiap setengah menit; pegawai memindainya dengan kamera ponsel. Masuklah di tablet dengan akun yang hanya berperan layar kode.')} breadcrumbs={boardCrumbs()}>
      <DataTable caption={t('Tempat kerja')} rows={found} rowKey={place => place.id} columns={[
        { label: t('Tempat'), main: true, cell: place => <a href={`/kerja/presensi/kios/${place.id}`}>{place.name}</a> },
        { label: t('Milik'), cell: place => viewer.units.byId(place.unitId)?.name },
      ]} empty={<EmptyState title={t('Belum ada tempat kerja')}>{t('Tambahkan di Jadwal kerja, Jam dan tempat kerja.')}</EmptyState>} />
    </WorkLayout>
  ),
})

/** The rotating code of a place, for a screen at its door. */
export const screenPage = page({
  path: '/kerja/presensi/kios/:place',
  may: 'attendance.screen',
  async load(context) {
    const place = (await placesHere(context, await viewerOf(context))).find(({ id }) => id === context.params.place)
    if (!place) throw new NotFound()
    return { place, today: todayOf(context), svg: await drawn(context, 'place', place.id) }
  },
  view: ({ data }) => <Screen {...data} />,
})

function Screen({ place, svg, today }: { place: ValidPlace; svg: string; today: string }) {
  return (
    <BareLayout banner={false} title={place.name} lead={t('{day, date, full}', { day: noonOf(today) })} islands={useFreshCode()}>
      <QrCode svg={svg} label={t('Pindai untuk mencatat kehadiran')} large />
      <p><a href={`/kerja/presensi/kios/${place.id}`}>{t('Tampilkan kode terbaru')}</a> · <a href="/kerja/presensi/kios">{t('Daftar tempat')}</a></p>
    </BareLayout>
  )
}

/** One's own rotating code: a colleague nearby scans it, which says that both are here. */
export const ownCodePage = page({
  path: '/presensi/kode',
  may: 'signed-in',
  async load(context) {
    const self = await employeeHere(context.db, context)
    return { svg: await drawn(context, 'colleague', self.id) }
  },
  view: ({ data: { svg } }) => <OwnCode svg={svg} />,
})

function OwnCode({ svg }: { svg: string }) {
  return (
    <WorkLayout title={t('Kuatkan rekan')} lead={t('Rekan di dekat Anda memindai kode ini dengan ponselnya, lalu menekan tombol presensinya. Kodenya berganti tiap setengah menit.')} width="text" tabs={ownTabs('code')} islands={useFreshCode()}>
      <QrCode svg={svg} label={t('Kode saya')} large />
      <p><a href="/presensi/kode">{t('Tampilkan kode terbaru')}</a></p>
      <p><small>{t('Menguatkan rekan yang tidak ada di tempat tampak pada pola sebulan dan menurunkan arti kode Anda.')}</small></p>
    </WorkLayout>
  )
}
