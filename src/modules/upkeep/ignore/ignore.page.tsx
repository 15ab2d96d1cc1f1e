import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Badge, DateTime, FactList, Form, TextField, WorkLayout } from '#ui/index.ts'
import { badgeOf, reasonOf } from '../list/findings.ts'
import { mentionWithin, setIgnored } from '../store.ts'
import { tendedOf } from '../tended/kinds.ts'

/** Leaves a link as it is on one page, with a reason that the next person can read. */
export const ignorePage = page({
  path: '/kerja/perawatan/abaikan/:page/:link',
  may: 'upkeep.see',
  form: z.object({ alasan: line(5, 200, 'Tulis alasannya, paling sedikit 5 huruf') }),
  async load({ db, who, params }) {
    const mention = await mentionWithin(db, who.reach('upkeep.see'), params.page!, params.link!)
    if (!mention) throw new NotFound()
    return mention
  },
  fill: mention => ({ alasan: mention.ignoredReason }),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Abaikan tautan ini')} lead={t('Tautan tetap di halaman dan tidak lagi muncul di daftar tautan rusak.')} width="text"
      breadcrumbs={[{ label: t('Perawatan'), href: '/kerja/perawatan?daftar=tautan' }]}>
      <FactList facts={[
        { label: t('Tautan'), value: <a href={data.url} rel="noopener nofollow">{data.url}</a> },
        { label: t('Di halaman'), value: <a href={tendedOf(data.kind).office(data.pageId)}>{data.title}</a> },
        { label: t('Keadaan'), value: <><Badge tone={badgeOf(data).tone}>{t(badgeOf(data).label)}</Badge> {t(reasonOf(data))}</> },
        { label: t('Alamat baru'), value: data.movedTo },
        { label: t('Terakhir diperiksa'), value: data.checkedAt && <DateTime at={data.checkedAt} as="full" /> },
      ]} />
      <Form fields={fields} submit={t('Abaikan')}>
        <TextField field={fields('alasan')} label={t('Alasan')} hint={t('Misalnya: situs itu hanya terbuka pada jam kerja.')} required maxlength={200} />
      </Form>
    </WorkLayout>
  ),
  async act({ tx, who, params, input, note }) {
    const mention = await mentionWithin(tx, who.reach('upkeep.see'), params.page!, params.link!)
    if (!mention) throw new NotFound()
    await setIgnored(tx, mention.pageId, mention.linkId, who.account!.id, input.alasan)
    note({ record: ['link', mention.linkId], before: { ignored: mention.ignoredReason }, after: { ignored: input.alasan } })
    return goto('/kerja/perawatan?daftar=tautan', 'Tautan diabaikan. Anda dapat mengembalikannya dari “Yang diabaikan”.')
  },
})
