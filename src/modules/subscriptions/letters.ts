import type { Government } from '#platform/access/government.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t, withLocale, type Language } from '#platform/i18n/locale.ts'
import type { Letter } from '#platform/mail/mail.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { PublicItem } from '#modules/publications/contract.ts'
import { describe } from './choice.ts'
import type { Choice } from './contract.ts'
import type { Subscriber } from './store.ts'

/** Part of a letter: a sentence, a heading, or a link. */
type Part = { text: string } | { title: string; href: string } | { href: string; label: string }

/** Title and summary in the reader's language, where the item has it. */
export const inLanguage = (item: PublicItem, language: Language): { title: string; summary: string } => (language === 'en' && item.languages.en) || item

const addresses = ({ origin, token }: Pick<Subscriber, 'origin' | 'token'>) => ({ manage: `${origin}/langganan/kelola/${token}`, stop: `${origin}/langganan/berhenti/${token}` })

/** Asks the holder of the address whether they meant it. Nothing is sent to them until they say so. */
export const confirmLetter = (government: Government, subscriber: Subscriber, choice: Choice, token: string, units: UnitTree): Letter =>
  write(government, subscriber, () => ({
    subject: t('Konfirmasi langganan kabar {name}', { name: government.name }),
    parts: [
      { text: t('Seseorang, semoga Anda sendiri, meminta kabar dari {name} ke alamat ini: {choice}.', { name: government.name, choice: describe(choice, units) }) },
      { href: `${subscriber.origin}/langganan/konfirmasi/${token}`, label: t('Ya, kirimi saya kabar') },
      { text: t('Tautan berlaku tujuh hari. Bila bukan Anda yang meminta, abaikan surat ini: tidak ada kabar yang dikirim, dan alamat Anda dihapus.') },
    ],
  }))

/** Says that it was confirmed before, to the holder of the address only. */
export const alreadyLetter = (government: Government, subscriber: Subscriber, choice: Choice, units: UnitTree): Letter =>
  write(government, subscriber, () => ({
    subject: t('Anda sudah berlangganan kabar {name}', { name: government.name }),
    parts: [
      { text: t('Alamat ini sudah berlangganan: {choice}. Tidak ada yang perlu Anda lakukan.', { choice: describe(choice, units) }) },
      { href: addresses(subscriber).manage, label: t('Lihat atau ubah langganan') },
    ],
  }))

/** One publication, the moment it is public. */
export const newsLetter = (government: Government, subscriber: Subscriber, item: PublicItem, units: UnitTree): Letter =>
  write(government, subscriber, () => ({ subject: inLanguage(item, subscriber.language).title, parts: itemParts(subscriber, item, units), standing: true }))

/** What was published since yesterday. */
export const digestLetter = (government: Government, subscriber: Subscriber, items: readonly PublicItem[], units: UnitTree): Letter =>
  write(government, subscriber, () => ({
    subject: t('{n, plural, other {# kabar baru}} dari {name}', { n: items.length, name: government.name }),
    parts: items.flatMap(item => itemParts(subscriber, item, units)),
    standing: true,
  }))

function itemParts(subscriber: Subscriber, item: PublicItem, units: UnitTree): Part[] {
  const { title, summary } = inLanguage(item, subscriber.language)
  const from = [units.byId(item.unitId)?.name, longDate(item.publishedAt)].filter(Boolean).join(' · ')
  return [{ title, href: `${subscriber.origin}/berita/${item.slug}` }, { text: summary }, { text: from }]
}

/** Writes a letter in the reader's language; a standing one says how to stop, for people and for mail programs. */
function write(government: Government, subscriber: Subscriber, compose: () => { subject: string; parts: Part[]; standing?: boolean }): Letter {
  return withLocale({ language: subscriber.language, zone: government.zone, vocabulary: government.vocabulary, now: new Date() }, () => {
    const { subject, parts, standing } = compose()
    const { manage, stop } = addresses(subscriber)
    const all: Part[] = standing
      ? [...parts, { text: t('Anda menerima surat ini karena berlangganan kabar {name}.', { name: government.name }) }, { href: manage, label: t('Lihat atau ubah langganan') }, { href: stop, label: t('Berhenti berlangganan') }]
      : [...parts, { text: government.name }]
    return {
      to: subscriber.address,
      subject: subject.replace(/\s+/g, ' '),
      text: `${all.map(plain).join('\n\n')}\n`,
      html: all.map(html).join('\n'),
      // RFC 8058: one press in the mail program stops it, without a page in between.
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(standing ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'List-Id': `<kabar.${new URL(subscriber.origin).hostname}>` } : {}),
      },
    }
  })
}

const plain = (part: Part): string => ('text' in part ? part.text : 'title' in part ? `${part.title}\n${part.href}` : `${part.label}:\n${part.href}`)

const html = (part: Part): string =>
  'text' in part ? `<p>${escape(part.text)}</p>` : 'title' in part ? `<h2><a href="${escape(part.href)}">${escape(part.title)}</a></h2>` : `<p><a href="${escape(part.href)}">${escape(part.label)}</a></p>`

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
