import { Actions, ButtonLink, Hero } from '#ui/index.ts'
import { english, line, link } from '#ui/part/inputs.tsx'
import { pictures } from '#ui/part/pictures.tsx'
import { photoOf } from '#ui/picture/uploaded.ts'
import { block } from './block.ts'
import { hrefOf } from './links.ts'
import { inLanguage, writtenIn } from './written.tsx'

/** What a page opens with; alone at the top of a page it is the page's title. */
export const hero = block({
  kind: 'hero',
  label: 'Pembuka',
  hint: 'Sapaan besar di awal halaman, dengan gambar dan paling banyak dua tombol.',
  parts: {
    headline: line('Judul besar', { max: 90, required: true }),
    lead: line('Kalimat pengantar', { max: 200 }),
    picture: pictures('Gambar'),
    firstLabel: line('Tulisan tombol utama', { max: 40 }),
    firstAddress: link('Alamat tombol utama'),
    secondLabel: line('Tulisan tombol kedua', { max: 40 }),
    secondAddress: link('Alamat tombol kedua'),
    englishHeadline: english(line('Judul besar (Inggris)', { max: 90 })),
    englishLead: english(line('Kalimat pengantar (Inggris)', { max: 200 })),
  },
  check(values, wrong) {
    if ((values.firstLabel === '') !== (values.firstAddress === '')) wrong(values.firstLabel === '' ? 'firstLabel' : 'firstAddress', 'Isi tulisan dan alamat tombol utama, atau kosongkan keduanya.')
    if ((values.secondLabel === '') !== (values.secondAddress === '')) wrong(values.secondLabel === '' ? 'secondLabel' : 'secondAddress', 'Isi tulisan dan alamat tombol kedua, atau kosongkan keduanya.')
  },
  view({ values, around, opening, eager }) {
    const title = inLanguage(values.headline, values.englishHeadline)
    if (title.text === '') return null
    const lead = inLanguage(values.lead, values.englishLead)
    const [picture] = values.picture
    const buttons = [[values.firstLabel, values.firstAddress], [values.secondLabel, values.secondAddress]] as const
    const shown = buttons.filter(([label, address]) => label && address)
    return (
      <Hero title={title.text} lead={lead.text && <span lang={lead.lang}>{lead.text}</span>} lang={title.lang} level={opening ? 1 : 2} eager={eager} photo={picture && photoOf(picture, around.file)}>
        {shown.length > 0 && <div lang={writtenIn()}><Actions>{shown.map(([label, address], i) => <ButtonLink key={address} kind={i === 0 ? 'primary' : 'quiet'} href={hrefOf(around, address)}>{label}</ButtonLink>)}</Actions></div>}
      </Hero>
    )
  },
})
