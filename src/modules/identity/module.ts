import type { Module } from '#platform/web/module.ts'
import { candidates } from '#modules/organisation/contract.ts'
import { accountMaking, identification, people, proving, roleSeeding } from './contract.ts'
import { belongings } from './belongings.ts'
import { positionRolesPage } from './by-position/position-roles.page.tsx'
import { cleanUp } from './clean-up.ts'
import { makeIdentification } from './identify.ts'
import { inside, makeInside } from './inside.ts'
import { acceptPage } from './invite/accept.page.tsx'
import { makeAccountMaking, makeRoleSeeding } from './making.ts'
import { accountPage } from './manage/account.page.tsx'
import { accountsPage } from './manage/accounts.page.tsx'
import { invitePage } from './manage/invite.page.tsx'
import { rolePage } from './manage/role.page.tsx'
import { rolesPage } from './manage/roles.page.tsx'
import { ownAccountPage } from './own/account.page.tsx'
import { enrolPage, recoveryCodesPage } from './own/second-factor.page.tsx'
import { securityPage } from './own/security.page.tsx'
import { sessionsPage } from './own/sessions.page.tsx'
import { passkeyRoutes } from './passkeys/routes.ts'
import { accountCandidates, makePeople } from './people.ts'
import { makeProving } from './proving.ts'
import { forgotPage } from './recover/forgot.page.tsx'
import { resetPage } from './recover/reset.page.tsx'
import { codePage } from './sign-in/code.page.tsx'
import { signInPage } from './sign-in/sign-in.page.tsx'
import { signOutPage } from './sign-in/sign-out.page.tsx'
import words from './words.en.ts'

export const identity: Module = {
  name: 'identity',
  requires: ['organisation'],
  permissions: [
    { permission: 'identity.manage-accounts', label: 'Mengelola akun' },
    { permission: 'identity.manage-roles', label: 'Mengelola peran' },
  ],
  roles: [
    {
      code: 'administrator',
      name: 'Administrator',
      strong: true,
      grants: [
        { permission: 'identity.manage-accounts', reach: 'government' },
        { permission: 'identity.manage-roles', reach: 'government' },
        { permission: 'organisation.manage', reach: 'government' },
        { permission: 'organisation.configure', reach: 'government' },
      ],
    },
  ],
  routes: [
    signInPage, codePage, signOutPage, forgotPage, resetPage, acceptPage, ...passkeyRoutes,
    ownAccountPage, sessionsPage, securityPage, enrolPage, recoveryCodesPage,
    accountsPage, invitePage, accountPage, rolesPage, rolePage, positionRolesPage,
  ],
  jobs: [cleanUp],
  menu: {
    work: [
      { label: 'Pemberitahuan', href: '/pemberitahuan', group: '', may: 'signed-in' },
      { label: 'Akun', href: '/kerja/akun', group: 'Pengaturan', may: 'identity.manage-accounts' },
      { label: 'Peran', href: '/kerja/peran', group: 'Pengaturan', may: 'identity.manage-roles' },
    ],
  },
  offers: services => [
    [people, makePeople(services)],
    [candidates, accountCandidates],
    [identification, makeIdentification(services)],
    [accountMaking, makeAccountMaking(services)],
    [roleSeeding, makeRoleSeeding(services)],
    [proving, makeProving(services)],
    [inside, makeInside(services)],
  ],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
