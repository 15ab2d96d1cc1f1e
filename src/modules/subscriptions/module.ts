import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'
import { cleanUp } from './clean-up.ts'
import { confirmPage } from './confirm/confirm.page.tsx'
import { beginDigests, sendDigest } from './deliver/digest.ts'
import { fanOut, tellReaders } from './deliver/fan-out.ts'
import { pushOne } from './deliver/push-one.ts'
import { hearRefusals } from './deliver/refusals.ts'
import { datasets, indicators } from './exports.ts'
import { inside, makeInside } from './inside.ts'
import { managePage } from './manage/manage.page.tsx'
import { phoneAddress } from './phone/phone.ts'
import { stopNow, stopPage } from './stop/stop.page.tsx'
import { sentPage, subscribePage } from './subscribe/subscribe.page.tsx'
import words from './words.en.ts'

export const subscriptions: Module = {
  name: 'subscriptions',
  requires: ['organisation', 'identity', 'publications'],
  permissions: [],
  routes: [subscribePage, sentPage, confirmPage, managePage, stopPage, stopNow, phoneAddress],
  offers: services => [[inside, makeInside(services)]],
  jobs: [fanOut, pushOne, beginDigests, sendDigest, cleanUp],
  listens: [tellReaders, hearRefusals],
  belongings,
  words,
  exports: { publications: [], datasets, indicators, evidence: [] },
}
