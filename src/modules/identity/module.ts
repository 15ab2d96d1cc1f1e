import type { Module } from '#platform/web/module.ts'
import { accountMaking, identification, people, roleSeeding } from './contract.ts'
import { makeIdentification } from './identify.ts'
import { inside, makeInside } from './inside.ts'
import { makeAccountMaking, makeRoleSeeding } from './making.ts'
import { makePeople } from './people.ts'
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
  routes: [signInPage, codePage, signOutPage],
  offers: services => [
    [people, makePeople(services)],
    [identification, makeIdentification(services)],
    [accountMaking, makeAccountMaking(services)],
    [roleSeeding, makeRoleSeeding(services)],
    [inside, makeInside(services)],
  ],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
