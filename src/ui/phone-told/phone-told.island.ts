/** Lets this browser be told of what is for the person who is signed in. */
import { canBeTold, Denied, reachable } from '#platform/push/browser.ts'

interface Words { label: string; done: string; denied: string; failed: string }

async function tellMe(key: string): Promise<void> {
  const address = await reachable(key)
  const answer = await fetch('/api/luring/kabar', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ address: address.toJSON() }) })
  if (!answer.ok) throw new Error(String(answer.status))
}

function mount(place: HTMLElement): void {
  const words = JSON.parse(place.dataset.words!) as Words
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: words.label })
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    button.disabled = true
    tellMe(place.dataset.phoneTold!)
      .then(() => {
        button.remove()
        status.textContent = words.done
      })
      .catch((error: unknown) => {
        button.disabled = false
        status.textContent = error instanceof Denied ? words.denied : words.failed
      })
  })
  place.append(button, status)
}

if (canBeTold()) document.querySelectorAll<HTMLElement>('[data-phone-told]').forEach(mount)
