import { t } from '#platform/i18n/locale.ts'
import { NameList, Section } from '#ui/index.ts'
import { groupWords, named, type Kind } from './kinds.ts'

/** Kinds of letters under their headings, each leading somewhere. */
export const KindChoice = ({ kinds, href }: { kinds: readonly Kind[]; href: (code: string) => string }) => (
  <>
    {[...Map.groupBy(kinds, ({ group }) => group)].map(([group, list]) => (
      <Section key={group} title={t(groupWords[group] ?? group)}><NameList items={list.map(one => ({ label: named(one), href: href(one.code) }))} /></Section>
    ))}
  </>
)
