import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { PrintSheet } from '#ui/index.ts'
import { proposalHere } from './files.ts'
import { PrintedEntries } from './parts.tsx'
import { numberOf } from './proposal.ts'
import { kindWords } from './words.ts'

/** A proposal on paper: the list that is signed with the minutes. */
export const printPage = page({
  path: '/kerja/arsip/penyusutan/:id/cetak',
  may: 'signed-in',
  async load(context) {
    const { db, ask, government } = context
    const { proposal, entries } = await proposalHere(context)
    const who = [proposal.proposedBy, proposal.assessedBy, proposal.decidedBy]
    return { proposal, entries, who, names: await ask(people).named(db, who.flatMap(id => id ?? [])), unit: (await ask(unitDirectory).of(government.id)).byId(proposal.unitId) }
  },
  view({ data: { proposal, entries, who, names, unit } }) {
    const named = (i: number) => names.get(who[i] ?? '')?.name ?? '…………………………………………'
    return (
      <PrintSheet title={t(kindWords[proposal.kind].title)} unit={unit?.name} subtitle={t('Nomor {number}, dihitung per {day}', { number: numberOf(proposal), day: longDate(proposal.asOf) })}
        foot={<><p>{t('Mengusulkan: {name}', { name: named(0) })}</p><p>{t('Menilai: {name}', { name: named(1) })}</p><p>{t('Menyetujui: {name}', { name: named(2) })}</p></>}>
        {proposal.minutesNumber && <p>{t('Berita acara nomor {number} tanggal {day}', { number: proposal.minutesNumber, day: longDate(proposal.minutesOn!) })}</p>}
        <PrintedEntries entries={entries} kind={proposal.kind} />
      </PrintSheet>
    )
  },
})
