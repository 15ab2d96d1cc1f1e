/** Adds the passkey buttons where the page left room for them; without this script the page is whole. */

const base = '/api/auth/passkey'

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(base + path, body === undefined ? { credentials: 'same-origin' } : { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as T
}

async function signIn(back: string): Promise<void> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON({ ...(await ask<PublicKeyCredentialRequestOptionsJSON>('/generate-authenticate-options')), userVerification: 'required' })
  const credential = (await navigator.credentials.get({ publicKey: options })) as PublicKeyCredential | null
  if (!credential) return
  const { to } = await ask<{ to: string }>('/verify-authentication', { response: credential.toJSON(), back })
  location.assign(to)
}

async function register(): Promise<void> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask<PublicKeyCredentialCreationOptionsJSON>('/generate-register-options'))
  // Some keep secrets (PRF) only when this was asked of them at their making; the others pass over it.
  options.extensions = { ...options.extensions, prf: {} }
  const credential = (await navigator.credentials.create({ publicKey: options })) as PublicKeyCredential | null
  if (!credential) return
  await ask('/verify-registration', { response: credential.toJSON(), name: nameOfDevice() })
  location.reload()
}

/** `Android`, `Windows` …: enough to know the key again in a list. */
const nameOfDevice = (): string => /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(navigator.userAgent)?.[0].replace('Mac OS X', 'macOS') ?? 'Passkey'

function mount(place: HTMLElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = place.dataset.label ?? ''
  const message = document.createElement('p')
  message.className = 'field-error'
  message.setAttribute('role', 'alert')
  button.addEventListener('click', () => {
    button.disabled = true
    message.textContent = ''
    const work = place.dataset.passkey === 'register' ? register() : signIn(place.dataset.back ?? '/kerja')
    work
      .catch((error: unknown) => {
        // The person closed the question of their own device: nothing to say.
        if (!(error instanceof DOMException && error.name === 'NotAllowedError')) message.textContent = place.dataset.failed ?? ''
      })
      .finally(() => (button.disabled = false))
  })
  place.append(button, message)
}

if ('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential) for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) mount(place)
