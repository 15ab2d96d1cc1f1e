import { z } from 'zod'
import { cookie, languageCookie } from '#platform/web/cookies.ts'
import { resource } from '#platform/web/page.ts'

/** Stores the reader's language and leads back to where the switch was used. */
export const languageSwitch = resource({
  path: '/bahasa',
  may: 'public',
  query: z.object({ ke: z.enum(['id', 'en']).default('id'), kembali: z.string().regex(/^\/(?![/\\])/).default('/') }),
  async load({ query, request }) {
    return { to: query.kembali.replace(/([?&])bahasa=[a-z]*&?/, '$1').replace(/[?&]$/, ''), cookies: [cookie(languageCookie, query.ke, { secure: request.origin.startsWith('https:'), maxAge: 365 * 86_400 })] }
  },
})
