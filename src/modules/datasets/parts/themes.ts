import type { Db } from '#platform/db/database.ts'
import { locale } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Licence } from '../contract.ts'

/** Reference values carry their own English: they are added while the portal runs. */
interface Named {
  name: string
  english?: string
}

const nameOf = ({ name, english }: Named): string => (locale().language === 'en' && english ? english : name)

/** Themes of the catalogue in their order, in the language of the page. */
export async function themesOf(db: Db, today: string): Promise<{ code: string; name: string }[]> {
  const rows = await referenceList<Named & { order: number }>(db, 'data-theme', today)
  return rows.toSorted((a, b) => a.value.order - b.value.order).map(({ code, value }) => ({ code, name: nameOf(value) }))
}

/** Licences data may be given under. */
export async function licencesOf(db: Db, today: string): Promise<Licence[]> {
  return (await referenceList<Named & Omit<Licence, 'code'>>(db, 'data-licence', today)).map(({ code, value: { url, open, ...value } }) => ({ code, url, open, name: nameOf(value) }))
}
