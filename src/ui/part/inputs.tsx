import type { VNode } from 'preact'
import type { Field } from '#platform/forms/fields.ts'
import type { Point, Value } from '#platform/forms/values.ts'
import { number as numeral } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { asAddress, asDay, asDegrees, asLine, asMail, asOneOf, asPhone, asRupiah, asText, asWhole, stored, type Reader } from '#platform/forms/typed.ts'
import { RadioField, SelectField } from '../choice/choice.tsx'
import { MarkdownField } from '../editor/editor.tsx'
import { DateField, NumberField, TextField } from '../field/field.tsx'
import type { Part, Sent } from './part.ts'

export interface Asking {
  max?: number
  required?: boolean
  /** Indonesian source text. */
  hint?: string
}

/** What a form sent under a name, as one text. */
export const sentText = ({ input }: Pick<Sent, 'input'>, name: string): string => (typeof input[name] === 'string' ? input[name] : '')

/** Reads one input; what is wrong with it is said under `label` and counts as nothing. */
export function readTyped(sent: Sent, name: string, label: string, read: Reader): string {
  const reading = read(sentText(sent, name))
  if ('value' in reading) return reading.value
  sent.wrong(name, reading.wrong, { ...reading.values, label })
  return ''
}

interface TextPart extends Asking {
  read: Reader
  /** Any words may stand in it: what was brought in from elsewhere is never lost for its length. */
  free?: boolean
  field: (props: { field: Field; label: string; hint?: string; required?: boolean }) => VNode
  /** The stored text as people type it. */
  typed?: (stored: string) => string
  text?: (stored: string) => string
}

/** A part that is one text. */
function textual(label: string, { read, field, typed = value => value, text = value => value, free, required, hint }: TextPart): Part<string> {
  return {
    label,
    empty: '',
    take: value => stored(read, value) ?? (free && typeof value === 'string' ? value : ''),
    view: ({ name, fields }) => field({ field: fields(name), label: t(label), hint: hint && t(hint), required }),
    fill: (name, value) => ({ [name]: typed(value) }),
    read(name, sent) {
      const value = readTyped(sent, name, t(label), read)
      if (required && value === '' && sentText(sent, name).trim() === '') sent.wrong(name, 'Isi “{label}”.', { label: t(label) })
      return value
    },
    text,
  }
}

/** One line of text. */
export const line = (label: string, { max = 160, ...asking }: Asking = {}): Part<string> =>
  textual(label, { ...asking, read: asLine(max), free: true, field: props => <TextField {...props} maxlength={max} /> })

/** Long text with marks. */
export const markdown = (label: string, { max = 200_000, ...asking }: Asking = {}): Part<string> => ({
  ...textual(label, { ...asking, read: asText(max), free: true, field: props => <MarkdownField {...props} rows={12} /> }),
  files: value => [...value.matchAll(/\/gambar\/([0-9a-f-]{36})\//g)].map(([, id]) => id!),
})

/** Whole rupiah, kept as digits. */
export const money = (label: string, asking: Asking = {}): Part<string> =>
  textual(label, { ...asking, read: asRupiah, field: props => <NumberField {...props} prefix="Rp" />, typed: withDots })

/** A calendar day. */
export const day = (label: string, asking: Asking = {}): Part<string> => textual(label, { ...asking, read: asDay, field: props => <DateField {...props} /> })

/** A telephone number. */
export const phone = (label: string, asking: Asking = {}): Part<string> =>
  textual(label, { ...asking, read: asPhone, field: props => <TextField {...props} type="tel" inputmode="tel" width="half" /> })

/** An e-mail address. */
export const mail = (label: string, asking: Asking = {}): Part<string> =>
  textual(label, { ...asking, read: asMail, field: props => <TextField {...props} type="email" inputmode="email" spellcheck={false} /> })

/** Where a link leads. */
export const link = (label: string, asking: Asking = {}): Part<string> =>
  textual(label, { hint: 'Seperti https://contoh.go.id, atau /profil untuk halaman situs ini.', ...asking, read: asAddress, field: props => <TextField {...props} inputmode="url" spellcheck={false} />, text: asMarkdownLink })

/** An address in words, so that link checks find it. */
export const asMarkdownLink = (address: string): string => (address === '' ? '' : `[${address.replace(/[[\]\\]/g, '\\$&')}](<${address}>)`)

/** `1250000` as `1.250.000`. */
export const withDots = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, '.')

/** One of a few; the first when nothing was chosen. */
export function choice<K extends string>(label: string, options: Record<K, string>, { hint }: Pick<Asking, 'hint'> = {}): Part<K> {
  const keys = Object.keys(options) as K[]
  const Input = keys.length > 5 ? SelectField : RadioField
  const among = (value: unknown): K | undefined => keys.find(key => key === value)
  return {
    label,
    empty: keys[0]!,
    beside: true,
    take: stored => among(stored) ?? keys[0]!,
    view({ name, fields }) {
      const field = fields(name)
      return <Input field={field.value ? field : { ...field, value: keys[0]!, values: [keys[0]!] }} label={t(label)} hint={hint && t(hint)} required options={keys.map(value => ({ value, label: t(options[value]) }))} />
    },
    fill: (name, value) => ({ [name]: value }),
    read: (name, sent) => among(readTyped(sent, name, t(label), asOneOf(options))) ?? keys[0]!,
    text: value => t(options[value]),
  }
}

/** A whole number, with its dots unless it is `plain` as a year is. */
export const number = (label: string, { suffix, hint, plain, required, max = Infinity }: Asking & { suffix?: string; plain?: boolean } = {}): Part<number | null> => ({
  label,
  empty: null,
  take: stored => (typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 && stored < 1e12 ? stored : null),
  view: ({ name, fields }) => <NumberField field={fields(name)} label={t(label)} hint={hint && t(hint)} required={required} suffix={suffix && t(suffix)} />,
  fill: (name, value) => ({ [name]: value === null ? '' : plain ? String(value) : withDots(String(value)) }),
  read(name, sent) {
    const digits = readTyped(sent, name, t(label), asWhole)
    if (required && digits === '' && sentText(sent, name).trim() === '') sent.wrong(name, 'Isi “{label}”.', { label: t(label) })
    if (Number(digits) > max) sent.wrong(name, '“{label}”: paling besar {max}.', { label: t(label), max })
    return digits === '' ? null : Number(digits)
  },
  text: value => (value === null ? '' : plain ? String(value) : numeral(value)),
})

const both = /^([-+]?\d+(?:[.,]\d+)?)(?:\s*[,;]\s+|\s+|;)([-+]?\d+(?:[.,]\d+)?)$/

/** A place; both degrees may be pasted into the first input, as maps give them. */
export const point = (label: string): Part<Point | null> => ({
  label,
  empty: null,
  take: stored => asPoint(stored),
  view: ({ name, fields }) => (
    <>
      <TextField field={fields(`${name}-lintang`)} label={t('{label}: lintang', { label: t(label) })} hint={t('Seperti -6,98. Boleh juga menempel keduanya di sini: -6.98, 109.13.')} width="half" />
      <TextField field={fields(`${name}-bujur`)} label={t('{label}: bujur', { label: t(label) })} width="short" inputmode="text" />
    </>
  ),
  fill: (name, value) => ({ [`${name}-lintang`]: value ? degrees(value.latitude) : '', [`${name}-bujur`]: value ? degrees(value.longitude) : '' }),
  read(name, sent) {
    const names = { latitude: `${name}-lintang`, longitude: `${name}-bujur` }
    const [, first, second] = (sentText(sent, names.longitude).trim() === '' && both.exec(sentText(sent, names.latitude).trim())) || []
    let wrong = false
    const typed: Sent = {
      ...sent,
      ...(first === undefined ? {} : { input: { [names.latitude]: first, [names.longitude]: second } }),
      wrong(at, text, values) {
        wrong = true
        sent.wrong(at, text, values)
      },
    }
    const latitude = readTyped(typed, names.latitude, t('{label}: lintang', { label: t(label) }), asDegrees(90))
    const longitude = readTyped(typed, names.longitude, t('{label}: bujur', { label: t(label) }), asDegrees(180))
    if (!wrong && (latitude === '') !== (longitude === '')) sent.wrong(latitude === '' ? names.latitude : names.longitude, '“{label}”: isi lintang dan bujur, atau kosongkan keduanya.', { label: t(label) })
    return latitude === '' || longitude === '' ? null : { latitude: Number(latitude), longitude: Number(longitude) }
  },
  text: value => (value ? `${value.latitude}, ${value.longitude}` : ''),
})

const degrees = (value: number) => String(value).replace('.', ',')

/** A stored place, when it is one. */
function asPoint(stored: unknown): Point | null {
  if (typeof stored !== 'object' || stored === null || !('latitude' in stored) || !('longitude' in stored)) return null
  const { latitude, longitude } = stored
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** A part that says something about the rest and shows nothing by itself. */
export const beside = <V extends Value>(part: Part<V>): Part<V> => ({ ...part, beside: true })

/** A part of the English text, folded away until it is wanted. */
export const english = <V extends Value>(part: Part<V>): Part<V> => ({ ...part, english: true, beside: true })
