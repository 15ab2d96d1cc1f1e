import type { Government } from '../access/government.ts'
import { withLocale, type Language } from '../i18n/locale.ts'
import type { Letter } from './mail.ts'

/** A short letter with one link, in the reader's language. Texts are made inside `write`, where `t` speaks it. */
export function linkLetter(government: Government, to: string, language: Language, write: () => { subject: string; lines: string[]; link: { href: string; label: string }; end: string }): Letter {
  const { subject, lines, link, end } = withLocale({ language, zone: government.zone, vocabulary: language === 'id' ? government.vocabulary : {}, now: new Date() }, write)
  const text = [...lines, `${link.label}:\n${link.href}`, end, government.name].join('\n\n')
  const html = [...lines.map(escape), `<a href="${escape(link.href)}">${escape(link.label)}</a>`, escape(end), escape(government.name)].map(line => `<p>${line}</p>`).join('\n')
  return { to, subject, text, html }
}

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
