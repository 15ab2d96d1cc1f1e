import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { boardPage, weekPage } from './board/board.page.tsx'
import { personPage } from './board/person.page.tsx'
import { browsersOf } from './check-in/browsers.ts'
import { checkInPage } from './check-in/check-in.page.tsx'
import { monthPage } from './check-in/month.page.tsx'
import { bringScans, recordOther } from './check-in/record.ts'
import { ownCodePage, screenPage, screensPage } from './codes/code.page.tsx'
import { attendance as attendancePort, browsers, viewers } from './contract.ts'
import { sideAt } from './day.ts'
import { makeDaysOf } from './days/days.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { eraseTracesJob, openMonthsJob } from './keeping.ts'
import { employeeHere, selfOf, viewerOf } from './parts/here.ts'
import { reviewListPage, reviewPage } from './review/review.page.tsx'
import { scansBetween, waitingScan } from './store.ts'
import words from './words.en.ts'

const all: readonly Permission[] = ['attendance.read', 'attendance.manage', 'attendance.screen']

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[], strong?: true): RoleTemplate => ({ code, name, strong, grants: permissions.map(permission => ({ permission, reach })) })

export const attendance: Module = {
  name: 'attendance',
  requires: ['organisation', 'identity', 'personnel', 'inbox', 'leave', 'schedules', 'correspondence'],
  permissions: [
    { permission: 'attendance.read', label: 'Melihat papan presensi pegawai, tanpa alasan pribadi' },
    { permission: 'attendance.manage', label: 'Mengelola presensi: meninjau, mengimpor dari mesin, memutuskan yang tanpa atasan' },
    { permission: 'attendance.screen', label: 'Menampilkan kode presensi kantor pada layar' },
  ],
  roles: [
    role('personnel-officer', 'Pengelola kepegawaian', 'unit-and-below', all, true),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', all, true),
    role('leader', 'Pimpinan', 'unit-and-below', ['attendance.read']),
    // For the account a tablet at the door is signed in with: whoever touches it can do nothing else.
    role('office-screen', 'Layar kode kantor', 'unit-and-below', ['attendance.screen']),
  ],
  // The narrower address comes first where two could match.
  routes: [
    checkInPage, monthPage, ownCodePage,
    boardPage, weekPage, screensPage, screenPage, reviewListPage, reviewPage, personPage,
  ],
  offers: services => [[attendancePort, { daysOf: makeDaysOf(services), waiting: waitingScan, scan: recordOther, bring: bringScans, scansOf: scansBetween, sideAt }], [browsers, browsersOf], [viewers, { selfOf, employeeHere, viewerOf }]],
  jobs: [openMonthsJob, eraseTracesJob],
  menu: { work: [{ label: 'Presensi', href: '/presensi', group: 'Kantor', may: 'signed-in' }, { label: 'Layar kode kantor', href: '/kerja/presensi/kios', group: 'Kantor', may: 'attendance.screen' }] },
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence },
}
