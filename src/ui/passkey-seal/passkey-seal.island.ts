/**
 * Seals a secret under a passkey and opens it again, in the browser alone: the authenticator makes 32 bytes out of a salt
 * (WebAuthn PRF), which only it can make again, and only after it saw finger, face or PIN. Without this script people type.
 */

interface Seal { credentialId: string; salt: string; iv: string; ciphertext: string }

class Unable extends Error {}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0))
const textOf = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

/** Asks one of these passkeys for its key. Nobody checks the challenge: what it proves is that the secret opens. */
async function keyFrom(salts: Record<string, Uint8Array<ArrayBuffer>>): Promise<{ credentialId: string; key: CryptoKey }> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      userVerification: 'required',
      allowCredentials: Object.keys(salts).map(id => ({ type: 'public-key' as const, id: bytesOf(id) })),
      extensions: { prf: { evalByCredential: Object.fromEntries(Object.entries(salts).map(([id, first]) => [id, { first }])) } },
    },
  })) as PublicKeyCredential | null
  const made = credential?.getClientExtensionResults().prf?.results?.first
  if (!credential || !made) throw new Unable()
  const base = await crypto.subtle.importKey('raw', made, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('pendopo passkey-seal 1')
  return { credentialId: credential.id, key: await crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) }
}

/** As JSON, because blanks behind it are no part of it: the length of what is stored tells nothing of the secret. */
const padded = (secret: string) => new TextEncoder().encode(JSON.stringify(secret).padEnd(512))

async function seal(credentialIds: readonly string[], secret: string): Promise<Seal> {
  const salt = random(32)
  const { credentialId, key } = await keyFrom(Object.fromEntries(credentialIds.map(id => [id, salt])))
  const iv = random(12)
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, padded(secret))
  return { credentialId, salt: textOf(salt), iv: textOf(iv), ciphertext: textOf(new Uint8Array(ciphertext)) }
}

async function open(seals: readonly Seal[]): Promise<string> {
  const { credentialId, key } = await keyFrom(Object.fromEntries(seals.map(one => [one.credentialId, bytesOf(one.salt)])))
  const { iv, ciphertext } = seals.find(one => one.credentialId === credentialId)!
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(ciphertext))
  return JSON.parse(new TextDecoder().decode(plain)) as string
}

/** Whether there is any use in asking; older browsers say nothing, and then the answer of the passkey does. */
async function mayWork(): Promise<boolean> {
  if (!('PublicKeyCredential' in window) || !globalThis.crypto?.subtle) return false
  const can = await PublicKeyCredential.getClientCapabilities?.().catch(() => null)
  return can?.['extension:prf'] !== false
}

/** Says in words of the page why it came to nothing. */
const wordsFor = (place: HTMLElement, error: unknown): string =>
  (error instanceof Unable ? place.dataset.unable : error instanceof DOMException && error.name === 'NotAllowedError' ? place.dataset.stopped : (place.dataset.spoilt ?? place.dataset.unable)) ?? ''

function mountSeal(place: HTMLElement): void {
  const [box, status] = [place.querySelector<HTMLElement>('[hidden]')!, place.querySelector<HTMLElement>(':scope > [role=status]')!]
  const form = box.querySelector('form')!
  const typed = form.querySelector<HTMLInputElement>('input[type=password]')!
  // An input without a name is never sent.
  typed.removeAttribute('name')
  box.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (!typed.value) return typed.focus()
    status.textContent = ''
    seal(JSON.parse(place.dataset.passkeySeal!) as string[], typed.value)
      .then(({ credentialId, ...parts }) => {
        for (const [name, value] of Object.entries({ credential: credentialId, ...parts })) form.querySelector<HTMLInputElement>(`input[name=${name}]`)!.value = value
        typed.value = ''
        form.submit()
      })
      .catch((error: unknown) => (status.textContent = wordsFor(place, error)))
  })
}

function mountOpen(place: HTMLElement): void {
  const form = place.closest('form')!
  const typed = form.querySelector<HTMLInputElement>(`input[name=${place.dataset.into!}]`)!
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = place.dataset.label ?? ''
  const status = document.createElement('p')
  status.className = 'hint'
  status.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    button.disabled = true
    status.textContent = ''
    open(JSON.parse(place.dataset.passkeyOpen!) as Seal[])
      .then(secret => {
        // Beside the typed one, so that no browser offers to keep it, and gone when somebody comes back to this page.
        const sent = Object.assign(document.createElement('input'), { type: 'hidden', name: typed.name, value: secret })
        typed.disabled = true
        form.append(sent)
        addEventListener('pagehide', () => (sent.remove(), (typed.disabled = false)), { once: true })
        form.requestSubmit()
      })
      .catch((error: unknown) => (status.textContent = wordsFor(place, error)))
      .finally(() => (button.disabled = false))
  })
  place.append(button, status)
}

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-seal], [data-passkey-open]'))
  void mayWork().then(may => {
    if (may) return place.dataset.passkeyOpen ? mountOpen(place) : mountSeal(place)
    place.append(Object.assign(document.createElement('p'), { className: 'hint', textContent: place.dataset.unable ?? '' }))
  })
