import type { Module } from '#platform/web/module.ts'
import { answerPage } from './answer/answer.page.tsx'
import { belongings } from './belongings.ts'
import { boardPage } from './board/board.page.tsx'
import { boardStream } from './board/stream.ts'
import { indicators } from './exports.ts'
import { listPage, listsPage } from './lists/lists.page.tsx'
import { startPage } from './start/start.page.tsx'
import { textJob } from './texting.ts'
import words from './words.en.ts'

const call = { permission: 'roll-calls.call', reach: 'unit-and-below' } as const

export const rollCalls: Module = {
  name: 'roll-calls',
  requires: ['organisation', 'identity', 'personnel', 'devices', 'attendance'],
  permissions: [{ permission: 'roll-calls.call', label: 'Memanggil hadir pegawai' }],
  roles: [
    { code: 'leader', name: 'Pimpinan', grants: [call] },
    { code: 'secretariat', name: 'Sekretariat', grants: [call] },
    // Who hands out roles must hold what is in them.
    { code: 'administrator', name: 'Administrator', strong: true, grants: [{ ...call, reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [startPage, listsPage, listPage, boardStream, boardPage, answerPage],
  jobs: [textJob],
  menu: { work: [{ label: 'Panggil hadir', href: '/kerja/panggil', group: 'Kantor', may: 'roll-calls.call' }, { label: 'Panggilan untuk saya', href: '/hadir', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators, evidence: [] },
}
