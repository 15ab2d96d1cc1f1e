import { z } from 'zod'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { endpoint } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { bookOf, caseOf, companyOf } from '../parts/case.ts'
import { employeeHere } from '../parts/here.ts'
import { reckon, spanOf } from '../parts/reckon.ts'

/** What days come to before a request is sent, for the form that shows it while they are typed. */
export const reckoningEndpoint = endpoint({
  path: '/api/cuti/hitung',
  method: 'GET',
  may: 'signed-in',
  summary: 'Counts the days of a leave the signed-in employee may ask for, and what remains of their annual leave.',
  query: z.object({ jenis: z.string().max(40), dari: z.iso.date(), sampai: z.iso.date(), alasan: z.string().max(40).optional(), permohonan: z.uuid().optional() }),
  answer: z.object({ lines: z.array(z.string()), warnings: z.array(z.string()), wrong: z.array(z.string()) }),
  async handle(context) {
    const { db, query, government, language, now } = context
    const self = await employeeHere(db, context)
    const [book, company] = await Promise.all([bookOf(db, context, self), companyOf(db, context, self)])
    const about = caseOf(book, self, query.jenis, query.permohonan ?? null)
    const span = spanOf(query.dari, query.sampai)
    return withLocale(localeOf({ government, language }, now), () => {
      if (!span) return { lines: [], warnings: [], wrong: [t('Hari terakhir mendahului hari pertama.')] }
      // What else the form asks for is said when it is sent.
      const { lines, warnings, findings } = reckon({ ...span, ground: query.alasan ?? null, birth: null, paper: true }, about, company)
      return { lines, warnings, wrong: findings.filter(({ name }) => name === '' || name === 'from' || name === 'until').map(({ message }) => t(message.text, message.values)) }
    })
  },
})
