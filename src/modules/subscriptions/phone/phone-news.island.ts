/** Adds the web push button where the form left room for it; without this script the form is whole. */
import { canBeTold, Denied, reachable } from '#platform/push/browser.ts'

/** Asks the person, and tells the portal where this browser can be reached. */
async function subscribe(key: string, form: HTMLFormElement): Promise<string> {
  const address = await reachable(key)
  const chosen = new FormData(form)
  const choice = Object.fromEntries([...chosen].filter(([name, value]) => typeof value === 'string' && ['unit', 'jenis', 'kecamatan', 'tagar'].includes(name)))
  const answer = await fetch('/api/langganan/ponsel', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: address.toJSON(), ...choice }),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return ((await answer.json()) as { manage: string }).manage
}

function mount(place: HTMLElement): void {
  const form = document.querySelector<HTMLFormElement>(`#${place.dataset.form}`)
  if (!form) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = place.dataset.label ?? ''
  const message = document.createElement('p')
  message.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    button.disabled = true
    message.replaceChildren()
    subscribe(place.dataset.key ?? '', form)
      .then(manage => {
        const link = document.createElement('a')
        link.href = manage
        link.textContent = place.dataset.manage ?? ''
        message.replaceChildren(`${place.dataset.done} `, link)
      })
      .catch((error: unknown) => {
        message.textContent = (error instanceof Denied ? place.dataset.denied : place.dataset.failed) ?? ''
      })
      .finally(() => (button.disabled = false))
  })
  place.append(button)
  form.append(message)
}

if (canBeTold()) for (const place of document.querySelectorAll<HTMLElement>('[data-phone-news]')) mount(place)
