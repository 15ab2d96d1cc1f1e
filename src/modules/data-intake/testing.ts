import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from '#modules/identity/testing.ts'

/** The values a page's form would send: what is chosen, ticked and written in it. */
export function valuesIn(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const chosen = !/type="(checkbox|radio)"/.test(tag) || /\schecked/.test(tag)
    if (name && name !== '_csrf' && !/type="file"/.test(tag) && chosen) values[name] = plain(attribute(tag, 'value') ?? '')
  }
  for (const [, head = '', options = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(head, 'name')
    const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, tag = '']) => ({ value: attribute(tag, 'value') ?? '', chosen: /\sselected/.test(tag) }))
    if (name) values[name] = (all.find(({ chosen }) => chosen) ?? all[0])?.value ?? ''
  }
  return values
}

/** Brings a file to where it stops by itself: its columns, its findings, or a refusal. Answers the address. */
export async function bringFile(producer: Browser, releaseId: string, filename: string, body: Buffer): Promise<string> {
  const sent = await producer.upload(`/kerja/data/rilis/${releaseId}/unggah`, { title: '' }, [{ name: 'file', filename, body }])
  return settled(producer, String(sent.headers.location))
}

/** Follows an upload until no job is at it. */
export async function settled(producer: Browser, address: string): Promise<string> {
  let at = address
  for (let tries = 0; tries < 80; tries++) {
    const answer = await producer.get(at)
    const to = answer.headers.location
    if (answer.statusCode === 303 && to) at = String(to)
    else if (answer.body.includes('data-live-board="')) {
      await pause(250)
      at = `${at.split('?')[0]}?tunggu=ya`
    } else return at
  }
  throw new Error(`${address} does not come to an end`)
}

/** Presses a button of the form as it stands, with a few values changed. */
export async function pressed(producer: Browser, address: string, step: string, changes: Record<string, string> = {}): Promise<string> {
  const values = { ...valuesIn((await producer.get(address)).body), ...changes, step }
  const answer = await producer.post(address, values)
  if (answer.statusCode !== 303) throw new Error(`${address} answered ${answer.statusCode}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0]?.replace(/<[^>]+>/g, ' ') ?? ''}`)
  return settled(producer, String(answer.headers.location))
}
