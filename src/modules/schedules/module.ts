import type { Permission, ReachKind } from '#platform/access/who.ts'
import type { Module, RoleTemplate } from '#platform/web/module.ts'
import { assignPage } from './assign/assign.page.tsx'
import { assignmentPage } from './assign/assignment.page.tsx'
import { belongings } from './belongings.ts'
import { places, workingTimes } from './contract.ts'
import { evidence } from './exports.ts'
import { ownPage } from './own/own.page.tsx'
import { patternsPage } from './patterns/list.page.tsx'
import { writePatternPage } from './patterns/write.page.tsx'
import { makePlaces } from './places/offer.ts'
import { placePage } from './places/place.page.tsx'
import { addPlacePage, editPlacePage } from './places/write.page.tsx'
import { unitPage } from './unit/unit.page.tsx'
import words from './words.en.ts'
import { makeWorkingTimes } from './working-times.ts'

const both: readonly Permission[] = ['schedules.read', 'schedules.manage']

const role = (code: string, name: string, reach: ReachKind, permissions: readonly Permission[], strong?: true): RoleTemplate => ({ code, name, strong, grants: permissions.map(permission => ({ permission, reach })) })

export const schedules: Module = {
  name: 'schedules',
  requires: ['organisation', 'personnel'],
  permissions: [
    { permission: 'schedules.read', label: 'Melihat jam kerja, tempat kerja, dan jadwal jaga unit' },
    { permission: 'schedules.manage', label: 'Menetapkan jam kerja dan tempat kerja, menyusun jadwal jaga' },
  ],
  roles: [
    role('personnel-officer', 'Pengelola kepegawaian', 'unit-and-below', both, true),
    // Who hands out roles must hold what is in them.
    role('administrator', 'Administrator', 'government', both, true),
    role('leader', 'Pimpinan', 'unit-and-below', ['schedules.read']),
  ],
  // The narrower address comes first where two could match.
  routes: [ownPage, unitPage, patternsPage, writePatternPage, assignPage, assignmentPage, addPlacePage, placePage, editPlacePage],
  offers: services => [
    [workingTimes, makeWorkingTimes(services)],
    [places, makePlaces(services)],
  ],
  menu: { work: [{ label: 'Jadwal kerja', href: '/kerja/jadwal', group: 'Kantor', may: 'signed-in' }] },
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence },
}
