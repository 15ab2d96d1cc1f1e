/** Compares a chosen or dropped file with a known hash, without sending it anywhere. */

interface Words { same: string; different: string; reading: string }

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('')

function mount(box: HTMLElement): void {
  const words = JSON.parse(box.dataset.words!) as Words
  const input = box.querySelector<HTMLInputElement>('input[type=file]')!
  const status = box.querySelector<HTMLElement>('[role=status]')!
  const say = (text: string, tone: string) => {
    status.textContent = text
    status.className = `notice ${tone}`
  }
  const compare = async (file: File | undefined) => {
    if (!file) return
    say(words.reading, 'info')
    const same = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) === box.dataset.sameFile
    say(same ? words.same : words.different, same ? 'good' : 'bad')
  }
  box.querySelector<HTMLElement>('.actions')!.hidden = true
  input.addEventListener('change', () => void compare(input.files?.[0]))
  box.addEventListener('dragover', event => event.preventDefault())
  box.addEventListener('drop', event => {
    event.preventDefault()
    void compare(event.dataTransfer?.files[0])
  })
}

// Without a secure origin browsers keep hashing to themselves; the form still sends the file.
if (globalThis.crypto?.subtle) document.querySelectorAll<HTMLElement>('[data-same-file]').forEach(mount)
