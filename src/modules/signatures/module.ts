import type { Module } from '#platform/web/module.ts'
import { makeSigning } from './authorities.ts'
import { belongings } from './belongings.ts'
import { certificatePage } from './certificate/certificate.page.tsx'
import { signatures as signed, signing } from './contract.ts'
import { batchPage } from './sign/batch.page.tsx'
import { revokePage } from './revoke/revoke.page.tsx'
import { lookAfterJob } from './sign/look-after.ts'
import { returnPage, signPage } from './sign/sign.page.tsx'
import { signaturesOf } from './store.ts'
import { verifiedFile, verifyPage } from './verify/verify.page.tsx'
import words from './words.en.ts'

export const signatures: Module = {
  name: 'signatures',
  requires: ['organisation', 'identity', 'personnel', 'inbox', 'numbering', 'confirmation', 'correspondence', 'drafting'],
  permissions: [],
  routes: [batchPage, signPage, returnPage, revokePage, certificatePage, verifyPage, verifiedFile],
  offers: services => [
    [signing, makeSigning(services)],
    [signed, { of: signaturesOf }],
  ],
  jobs: [lookAfterJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
