/** Keeps what is typed into a form on this device until it is sent, and offers it again after an accident. */

type Values = Record<string, string[]>
interface Draft { who: string; at: number; values: Values; sent?: boolean }

const week = 7 * 86_400_000
let key = `pendopo.draft:${location.pathname}`

/** Inputs worth keeping; files, tokens and passwords are not. */
const inputsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((input): input is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
    (input instanceof HTMLTextAreaElement || input instanceof HTMLSelectElement || (input instanceof HTMLInputElement && !['hidden', 'file', 'password', 'submit'].includes(input.type))) && input.name !== '')

const isTicked = (input: Element) => !(input instanceof HTMLInputElement && ['checkbox', 'radio'].includes(input.type)) || input.checked

function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {}
  for (const input of inputsOf(form)) (values[input.name] ??= []).push(...(isTicked(input) ? [input.value] : []))
  return values
}

function put(form: HTMLFormElement, values: Values): void {
  for (const input of inputsOf(form)) {
    const kept = values[input.name]
    if (!kept) continue
    if (input instanceof HTMLInputElement && ['checkbox', 'radio'].includes(input.type)) input.checked = kept.includes(input.value)
    else input.value = kept[0] ?? ''
    // An editor in the place of this input shows it anew.
    input.dispatchEvent(new Event('restored'))
  }
}

function read(who: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    // What was sent is the server's, unless the way there led to the door because the session had ended.
    const arrived = draft?.sent && !document.referrer.includes('/masuk')
    if (draft && draft.who === who && Date.now() - draft.at < week && !arrived) return draft
  } catch {
    // Unreadable is as good as none.
  }
  localStorage.removeItem(key)
  return null
}

function button(text: string, kind: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = `button ${kind}`
  made.textContent = text
  made.addEventListener('click', act)
  return made
}

function mount(mark: HTMLElement): void {
  const form = mark.closest('form')!
  const who = mark.dataset.drafts!
  const words = JSON.parse(mark.dataset.words!) as { found: string; restore: string; discard: string }
  const { of, unless } = mark.dataset
  if (of) key += `:${of}`
  const closed = unless ? (JSON.parse(unless) as Values) : {}
  const shown = JSON.stringify(valuesOf(form))
  let waiting: ReturnType<typeof setTimeout> | undefined

  function keep(sent?: true): void {
    clearTimeout(waiting)
    const values = valuesOf(form)
    if (Object.entries(closed).some(([name, answers]) => values[name]?.some(one => answers.includes(one)))) {
      localStorage.removeItem(key)
      return
    }
    if (JSON.stringify(values) === shown) return
    try {
      localStorage.setItem(key, JSON.stringify({ who, at: Date.now(), values, sent } satisfies Draft))
    } catch {
      // No room on this device: the text is still in the form.
    }
  }

  function offer(draft: Draft): void {
    const text = document.createElement('p')
    text.textContent = words.found.replace('{time}', new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(draft.at))
    const actions = document.createElement('div')
    actions.className = 'actions'
    const done = () => mark.replaceChildren()
    actions.append(
      button(words.restore, 'primary', () => {
        put(form, draft.values)
        done()
        inputsOf(form)[0]?.focus()
      }),
      button(words.discard, 'quiet', () => {
        localStorage.removeItem(key)
        done()
      }),
    )
    mark.className = 'notice warn'
    mark.setAttribute('role', 'status')
    mark.hidden = false
    mark.replaceChildren(text, actions)
  }

  const draft = read(who)
  if (draft && JSON.stringify(draft.values) !== shown) offer(draft)

  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, 500)
  })
  let sending = false
  form.addEventListener('submit', () => {
    sending = true
    keep(true)
  })
  addEventListener('pagehide', () => sending || (waiting !== undefined && keep()))
}

for (const mark of document.querySelectorAll<HTMLElement>('[data-drafts]')) mount(mark)
