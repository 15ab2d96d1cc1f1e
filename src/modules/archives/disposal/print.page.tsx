import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { PrintSheet } from '#ui/index.ts'
import { disposalKindWords } from '../parts/words.ts'
import { disposalHere } from './files.ts'
import { Entries } from './parts.tsx'

/** A proposal on paper: the list that is signed with the minutes. */
export const printPage = page({
  path: '/kerja/arsip/penyusutan/:id/cetak',
  may: 'signed-in',
  async load(context) {
    const { db, ask, government } = context
    const { disposal, entries } = await disposalHere(context)
    const who = [disposal.proposedBy, disposal.assessedBy, disposal.decidedBy]
    return { disposal, entries, who, names: await ask(people).named(db, who.flatMap(id => id ?? [])), unit: (await ask(unitDirectory).of(government.id)).byId(disposal.unitId) }
  },
  view({ data: { disposal, entries, who, names, unit } }) {
    const named = (i: number) => names.get(who[i] ?? '')?.name ?? '…………………………………………'
    return (
      <PrintSheet title={t(disposalKindWords[disposal.kind].title)} unit={unit?.name} subtitle={t('Nomor {number}, dihitung per {day}', { number: `${disposal.sequence}/${disposal.year}`, day: longDate(disposal.asOf) })}
        foot={<><p>{t('Mengusulkan: {name}', { name: named(0) })}</p><p>{t('Menilai: {name}', { name: named(1) })}</p><p>{t('Menyetujui: {name}', { name: named(2) })}</p></>}>
        {disposal.minutesNumber && <p>{t('Berita acara nomor {number} tanggal {day}', { number: disposal.minutesNumber, day: longDate(disposal.minutesOn!) })}</p>}
        <Entries entries={entries} kind={disposal.kind} />
      </PrintSheet>
    )
  },
})
