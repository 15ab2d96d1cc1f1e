import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { withLocale, type Locale } from '../i18n/locale.ts'
import { FrameContext, type Frame } from './frame.ts'

/** Renders a view to a whole HTML document in the language and frame of its request. */
export function renderDocument(view: () => VNode, frame: Frame, locale: Locale): string {
  return withLocale(locale, () => `<!doctype html>${renderToString(h(FrameContext.Provider, { value: frame, children: view() }))}`)
}

/** The locale of a government's page in a language. */
export const localeOf = (frame: Pick<Frame, 'government' | 'language'>, now: Date): Locale => ({
  language: frame.language,
  zone: frame.government.zone,
  vocabulary: frame.government.vocabulary,
  now,
})
