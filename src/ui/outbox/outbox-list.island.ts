/** Shows what this device keeps, sends it, and takes it out as a file or brings such a file in. */
import { fromBase64url } from '#platform/offline/browser/bytes.ts'
import { carried, type Carried } from '#platform/offline/browser/carry.ts'
import { deliver, forget, type Outcome } from '#platform/offline/browser/deliver.ts'
import { vault, type EntryRow, type RowState } from '#platform/offline/browser/vault.ts'
import type { Receipt, ReceiptText } from '#platform/offline/entry.ts'

type Word = 'none' | 'waiting' | 'send' | 'sending' | 'unreachable' | 'unregistered' | 'all' | 'saveFile' | 'mend' | 'open' | 'remove' | 'written' | 'reckoned' | 'received' | 'brought' | 'unreadable' | 'number' | RowState
type Words = Record<Word, string>

const tones: Record<RowState, string> = { kept: 'warn', stuck: 'bad', applied: 'good', refused: 'bad', held: 'info' }

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), { textContent: text, className })

const timeText = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' })
const said = (text: string, value: string | number) => text.replace('{x}', String(value))

function button(text: string, kind: string, act: () => Promise<void> | void): HTMLButtonElement {
  const made = make('button', text, kind === 'plain' ? 'button plain' : 'button quiet')
  made.type = 'button'
  made.addEventListener('click', () => {
    made.disabled = true
    void Promise.resolve(act()).finally(() => (made.disabled = false))
  })
  return made
}

/** When it was written by the device, what that comes to, and when it arrived. */
function times({ at, receipt }: EntryRow, words: Words): HTMLElement {
  const text = receipt ? (JSON.parse(receipt.text) as ReceiptText) : null
  const parts = [said(words.written, timeText.format(at))]
  // The corrected time is said where it differs by a minute or more.
  if (text && Math.abs(Date.parse(text.at) - at) >= 60_000) parts.push(said(words.reckoned, timeText.format(Date.parse(text.at))))
  if (text) parts.push(said(words.received, timeText.format(Date.parse(text.receivedAt))))
  return make('p', parts.join(' · '), 'meta')
}

function entry(row: EntryRow, words: Words, again: () => Promise<void>): HTMLLIElement {
  const item = make('li')
  const head = make('p')
  head.append(make('b', row.title), ' ', make('span', words[row.state], `badge ${tones[row.state]}`))
  item.append(head, times(row, words))
  if (row.receipt?.answer.message) item.append(make('p', row.receipt.answer.message))
  const actions = make('div', '', 'actions')
  const link = (text: string, href: string) => actions.append(Object.assign(make('a', text, 'button quiet'), { href }))
  if (row.state === 'refused') link(words.mend, row.receipt!.answer.to)
  if (row.state === 'applied') link(words.open, row.receipt!.answer.to)
  if (row.state !== 'kept' && row.state !== 'stuck') actions.append(button(words.remove, 'plain', async () => { await forget([row.id]); await again() }))
  item.append(actions)
  item.id = `k-${row.id}`
  return item
}

/** How long until the next try, in milliseconds: longer each time, never all devices at once. */
const pause = (tries: number) => Math.min(900_000, 5_000 * 2 ** tries) * (0.75 + Math.random() / 2)

function mount(place: HTMLElement): void {
  const words = JSON.parse(place.dataset.words!) as Words
  const status = make('p')
  status.setAttribute('role', 'status')
  const list = make('ol', '', 'outbox')
  const actions = make('div', '', 'actions')
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function show(): Promise<number> {
    const rows = (await (await vault()).getAll('entries')).toSorted((a, b) => b.at - a.at)
    const waiting = rows.filter(({ state }) => state === 'kept').length
    const stuck = rows.some(({ state }) => state === 'kept' || state === 'stuck')
    list.replaceChildren(...rows.map(row => entry(row, words, async () => void (await show()))))
    if (rows.length === 0) status.textContent = words.none
    actions.replaceChildren(...(waiting > 0 ? [button(words.send, 'quiet', () => send())] : []), ...(stuck ? [button(words.saveFile, 'plain', save)] : []))
    return waiting
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    if ((await show()) === 0) return
    status.textContent = words.sending
    const outcome: Outcome = await deliver().catch(() => 'unreachable' as const)
    const waiting = await show()
    status.textContent = outcome === 'all' ? words.all : said(words[outcome], waiting)
    tries = outcome === 'all' ? 0 : tries + 1
    if (outcome === 'unreachable') timer = setTimeout(() => void send(), pause(tries))
  }

  async function save(): Promise<void> {
    const link = make('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(await carried())], { type: 'application/json' }))
    link.download = `kotak-keluar-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  place.append(status, list, actions)
  addEventListener('online', () => void send())
  void send()
}

/** Brings a file of somebody's entries to the server, a few at a time. */
async function bring(file: File): Promise<Receipt[]> {
  const { v, entries } = JSON.parse(await file.text()) as Carried
  if (v !== 1) throw new Error('unknown version')
  const receipts: Receipt[] = []
  for (let i = 0; i < entries.length; i += 10) {
    const some = entries.slice(i, i + 10)
    const form = new FormData()
    form.set('entries', JSON.stringify(some.map(({ text, signature }) => ({ text, signature }))))
    form.set('sent', '')
    for (const { sha256, name, body } of some.flatMap(({ files }) => files)) form.set(sha256, new Blob([fromBase64url(body)]), name)
    const answer = await fetch('/api/luring/kirim', { method: 'POST', body: form })
    if (!answer.ok) throw new Error(String(answer.status))
    const { receipts: got, stop } = (await answer.json()) as { receipts: Receipt[]; stop: string | null }
    receipts.push(...got)
    if (stop !== null) throw new Error(stop)
  }
  return receipts
}

function mountCarrying(place: HTMLElement): void {
  const words = JSON.parse(place.dataset.words!) as Words
  const input = place.querySelector('input')!
  const status = make('p')
  status.setAttribute('role', 'status')
  place.append(status)
  place.hidden = false
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (!file) return
    status.textContent = words.sending
    bring(file).then(
      receipts => (status.textContent = said(words.brought, receipts.length)),
      () => (status.textContent = words.unreadable),
    )
  })
}

if ('subtle' in crypto && 'locks' in navigator && 'indexedDB' in globalThis) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-outbox]')) mount(place)
  for (const place of document.querySelectorAll<HTMLElement>('[data-outbox-carry]')) mountCarrying(place)
}
