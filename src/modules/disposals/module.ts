import { covers } from '#platform/access/who.ts'
import type { Module } from '#platform/web/module.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { belongings } from './belongings.ts'
import { createPage } from './create.page.tsx'
import { evidence } from './exports.ts'
import { csvDownload, minutesFile } from './files.ts'
import { listPage } from './list.page.tsx'
import { printPage } from './print.page.tsx'
import { proposalPage } from './proposal.page.tsx'
import { countAssessed } from './store.ts'
import words from './words.en.ts'

/** What waits for this person to approve. */
async function countOwn({ db, who, ask, government }: Context): Promise<number> {
  const root = (await ask(unitDirectory).of(government.id)).all.find(({ kind }) => kind === 'government')
  return countAssessed(db, who, covers(who.reach('archives.approve'), { unitId: root?.id ?? null }))
}

export const disposals: Module = {
  name: 'disposals',
  requires: ['organisation', 'identity', 'archives'],
  // Whoever keeps an archive proposes, whoever answers for it decides: the permissions are those of the archive.
  permissions: [],
  // The narrower address comes first where two could match.
  routes: [listPage, createPage, proposalPage, printPage, csvDownload, minutesFile],
  menu: { work: [{ label: 'Penyusutan arsip', href: '/kerja/arsip/penyusutan', group: 'Kantor', may: 'archives.approve', count: countOwn }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence },
}
