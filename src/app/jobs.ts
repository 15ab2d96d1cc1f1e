import { relayEvents } from '#platform/events/relay.ts'
import { removePendingFiles } from '#platform/files/pending.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { clearEntries } from '#platform/offline/clearing.ts'
import { pushPeopleJob } from '#platform/push/people.ts'
import { forgetSheetRuns } from '#platform/sheets/clearing.ts'
import { removeOldAttempts } from '#platform/web/throttle.ts'
import type { Module } from '#platform/web/module.ts'
import { feedDatasets } from './datasets/feed.ts'
import { mailUnread } from './notifications/mail-unread.ts'

/** Every job of the platform and the modules. */
export const jobsOf = (modules: readonly Module[]): Job[] => [sendMail, mailUnread, removePendingFiles, clearEntries, pushPeopleJob, forgetSheetRuns, removeOldAttempts, feedDatasets, ...relayEvents(modules.flatMap(m => m.listens ?? [])), ...modules.flatMap(m => m.jobs ?? [])]
