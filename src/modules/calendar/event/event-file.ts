import { withLocale } from '#platform/i18n/locale.ts'
import { localeOf } from '#platform/web/render.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { invitations, letters } from '#modules/correspondence/contract.ts'
import { calendarOf } from './calendar.ts'
import { titleOf } from './title.ts'

/** The meeting of a letter as a file for calendars, for whoever may know of the letter. */
export const eventFile = resource({
  path: '/kerja/surat/:id/acara.ics',
  may: 'signed-in',
  async load(context) {
    const { db, ask, params, government, language, now, request } = context
    const known = await ask(letters).visible(context, [params.id!])
    const invitation = known.has(params.id!) ? await ask(invitations).byLetter(db, params.id!) : null
    if (!invitation) throw new NotFound()
    const body = withLocale(localeOf({ government, language }, now), () => calendarOf([invitation], { name: titleOf(invitation), zone: government.zone, origin: request.origin }))
    return { type: 'text/calendar; charset=utf-8', body, headers: { 'Content-Disposition': 'attachment; filename="acara.ics"', 'Cache-Control': 'private, no-store' } }
  },
})
