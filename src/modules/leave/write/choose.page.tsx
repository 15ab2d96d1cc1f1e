import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { EmptyState, Notice, TaskList, WorkLayout } from '#ui/index.ts'
import { yearOf } from '../days.ts'
import { isFor } from '../judge.ts'
import type { Kind } from '../leave.ts'
import { bookOf, type Book } from '../parts/case.ts'
import { employeeHere } from '../parts/here.ts'
import { kindName, lengthWords, paperName } from '../parts/words.ts'

/** The first step: which kind. Those that are not for the person are left out. */
export const choosePage = page({
  path: '/cuti/ajukan',
  may: 'signed-in',
  async load(context) {
    const self = await employeeHere(context.db, context)
    return { self, book: await bookOf(context.db, context, self) }
  },
  view({ data: { self, book } }) {
    const kinds = book.kinds.filter(kind => isFor(kind, self))
    return (
      <WorkLayout title={t('Ajukan cuti')} lead={t('Pilih jenisnya.')} width="text" breadcrumbs={[{ label: t('Cuti saya'), href: '/cuti' }]}>
        {self.status !== 'active' ? <EmptyState title={t('Cuti hanya untuk pegawai yang aktif.')} /> : (
          <>
            <TaskList items={kinds.map(kind => ({ label: kindName(kind, kind.code), href: `/cuti/ajukan/${kind.code}`, hint: hintOf(kind, book) }))} />
            <Notice>{t('Cuti bersama tidak perlu diajukan.')}</Notice>
          </>
        )}
      </WorkLayout>
    )
  },
})

/** What may be expected of a kind, in a line. */
function hintOf(kind: Kind, { account, today }: Book): string {
  const year = yearOf(today)
  if (kind.quota) return t('Sisa {left} hari kerja pada {year}', { left: number(account.years(year).at(-1)?.left ?? 0), year: String(year) })
  return [
    kind.most && t('Paling lama {length}', { length: lengthWords(kind.most) }),
    kind.extension && t('dapat ditambah {length}', { length: lengthWords(kind.extension) }),
    kind.years > 0 && t('masa kerja {n} tahun', { n: kind.years }),
    kind.births !== null && t('anak pertama sampai ke-{n}', { n: kind.births }),
    kind.papers[0] && paperName(kind.papers[0].what),
    kind.unpaid && t('tanpa penghasilan'),
  ].filter(Boolean).join(' · ')
}
