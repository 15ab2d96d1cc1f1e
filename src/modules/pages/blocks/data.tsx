import { t } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'
import { ViewFigure } from '#ui/index.ts'
import { choice, english, link, markdown } from '#ui/part/inputs.tsx'
import { dataViews } from '../contract.ts'
import { block, heading } from './block.ts'
import { Writing, writtenIn } from './written.tsx'

/** A view of an open dataset, with what there is to say about it; several on a page make a story. */
export const data = block({
  kind: 'data',
  label: 'Data',
  hint: 'Bagan atau tabel dari Satu Data, dengan ceritanya. Angkanya selalu dari sumbernya.',
  parts: {
    heading: heading(),
    address: link('Alamat tampilan', { required: true, hint: 'Buka datanya di Satu Data, saring dan ringkas, lalu salin “Alamat tetap tampilan ini”.' }),
    show: choice('Bentuk tampilan', { bagan: 'Bagan, angkanya dilipat di bawahnya', tabel: 'Tabel' }),
    text: markdown('Ceritanya'),
    english: english(markdown('Ceritanya (Inggris)')),
  },
  topics: ({ government }) => [`datasets:${government.id}`],
  async verify(context, { address }) {
    if (address && !(await context.ask(dataViews).at(context, address))) throw new Problem('address', 'Alamat ini bukan tampilan data terbuka di portal ini. Salin lagi dari “Alamat tetap tampilan ini”.')
  },
  load: async (context, { address }) => (address ? context.ask(dataViews).at(context, address) : null),
  view({ data: shown, values, around, level }) {
    if (!shown) return null
    return (
      <>
        <Writing text={values.text} english={values.english} around={around} />
        <ViewFigure {...shown} level={level} chart={values.show === 'bagan' ? shown.chart : null} source={<><span lang={writtenIn()}>{shown.source}</span>. <a href={around.portal(shown.href)}>{t('Lihat datanya')}</a></>} />
      </>
    )
  },
})
