import { t } from '#platform/i18n/locale.ts'
import { number as numeral } from '#platform/i18n/format.ts'
import { Disclosure, RowTable, ViewChart } from '#ui/index.ts'
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
    show: choice('Yang ditampilkan', { bagan: 'Bagan, angkanya dilipat di bawahnya', tabel: 'Tabel' }),
    text: markdown('Ceritanya'),
    english: english(markdown('Ceritanya (Inggris)')),
  },
  topics: ({ government }) => [`datasets:${government.id}`],
  async verify(context, { address }, wrong) {
    if (address && !(await context.ask(dataViews).at(context, address))) wrong('address', 'Alamat ini bukan tampilan data terbuka di portal ini. Salin lagi dari “Alamat tetap tampilan ini”.')
  },
  load: async (context, { address }) => (address ? context.ask(dataViews).at(context, address) : null),
  view({ data: shown, values, around }) {
    if (!shown) return null
    const { title, source, chart, answer, columns } = shown
    const href = around.portal(shown.href)
    const table = (
      <>
        <RowTable caption={title} columns={columns} answer={answer} />
        {answer.total > answer.rows.length && <p class="muted">{t('{n} baris pertama dari {of}.', { n: numeral(answer.rows.length), of: numeral(answer.total) })}</p>}
      </>
    )
    const from = <><span lang={writtenIn()}>{source}</span>. <a href={href}>{t('Lihat datanya')}</a></>
    return (
      <>
        <Writing text={values.text} english={values.english} around={around} />
        {chart && values.show === 'bagan' ? (
          <>
            <ViewChart src={chart.light} dark={chart.dark} alt={t('Bagan: {what}. Angkanya ada di bawahnya.', { what: title })} caption={<>{title}. {from}</>} />
            <Disclosure title={t('Angkanya')}>{table}</Disclosure>
          </>
        ) : <>{table}<p class="muted">{from}</p></>}
      </>
    )
  },
})
