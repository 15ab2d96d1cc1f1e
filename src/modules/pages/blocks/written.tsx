import { locale } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { Prose } from '#ui/index.ts'
import type { Around } from './block.ts'
import { hrefOf } from './links.ts'

/** `lang` of what people wrote in Indonesian, on a page in another language. */
export const writtenIn = (): 'id' | undefined => (locale().language === 'id' ? undefined : 'id')

/** The words in the reader's language, where they were written, with their `lang`. */
export const inLanguage = (indonesian: string, english: string): { text: string; lang: 'id' | undefined } =>
  locale().language === 'en' && english !== '' ? { text: english, lang: undefined } : { text: indonesian, lang: writtenIn() }

/** Markdown that people wrote, its links leading where they should from here. */
export function Writing({ text, english = '', around }: { text: string; english?: string; around: Around }) {
  const said = inLanguage(text, english)
  if (said.text === '') return null
  return <div lang={said.lang}><Prose html={toHtml(said.text, { link: address => hrefOf(around, address) })} /></div>
}
