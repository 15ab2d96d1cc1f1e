/** Sends a chosen file piece by piece (tus 1.0.0) and goes on where it broke off: after a lost network, and on another day. */
import { DetailedError, Upload } from 'tus-js-client'

type Words = Record<'sending' | 'waiting' | 'resumed' | 'failed' | 'pause' | 'resume' | 'paused', string>

/** Bytes of one piece: lost at most when the network breaks off. */
const piece = 4_000_000

function mount(box: HTMLElement): void {
  const form = box.querySelector('form')
  const input = box.querySelector<HTMLInputElement>('input[type=file]')
  const sending = box.querySelector<HTMLElement>('.sending')
  const bar = sending?.querySelector('progress')
  const status = sending?.querySelector<HTMLElement>('[role=status]')
  const button = sending?.querySelector('button')
  if (!form || !input || !sending || !bar || !status || !button) return
  const words = JSON.parse(box.dataset.words!) as Words
  const about = JSON.parse(box.dataset.about!) as Record<string, string>
  const size = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  let upload: Upload | null = null
  let running = false

  const say = (text: string) => (status.textContent = text)
  const show = (now: boolean) => {
    running = now
    button.textContent = now ? words.pause : words.resume
  }

  async function begin(file: File): Promise<void> {
    sending!.hidden = false
    const title = form!.querySelector<HTMLInputElement>('[name=title]')?.value.trim() ?? ''
    const one = new Upload(file, {
      endpoint: box.dataset.resumableUpload!,
      chunkSize: piece,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      headers: { 'X-Form-Token': box.dataset.token! },
      metadata: { ...about, filename: file.name, title },
      // The same file into something else is another upload.
      fingerprint: async () => ['tus', file.name, file.size, file.lastModified, ...Object.values(about)].join('\n'),
      removeFingerprintOnSuccess: true,
      onProgress: (done, of) => {
        bar!.value = of > 0 ? done / of : 0
        say(words.sending.replace('{done}', size.format(done / 1_000_000)).replace('{of}', size.format(of / 1_000_000)))
      },
      onError: error => {
        show(false)
        const answer = error instanceof DetailedError ? error.originalResponse : null
        // Who was refused is told why; whose network broke off need do nothing.
        if (answer && answer.getStatus() >= 400 && answer.getStatus() < 500) say(/^[^<]{1,300}$/.test(answer.getBody()) ? answer.getBody() : words.failed)
        else say(navigator.onLine ? words.failed : words.waiting)
      },
      onSuccess: () => {
        const id = one.url?.split('/').at(-1)
        location.assign(id ? box.dataset.done!.replace(':id', id) : location.href)
      },
    })
    upload = one
    const [earlier] = await one.findPreviousUploads()
    if (earlier) {
      one.resumeFromPreviousUpload(earlier)
      say(words.resumed)
    }
    show(true)
    one.start()
  }

  form.addEventListener('submit', event => {
    const file = input.files?.[0]
    if (!file) return
    event.preventDefault()
    if (!running) void begin(file)
  })
  button.addEventListener('click', () => {
    if (!upload) return
    if (running) {
      void upload.abort()
      say(words.paused)
    } else upload.start()
    show(!running)
  })
  addEventListener('offline', () => {
    if (!running || !upload) return
    void upload.abort()
    show(false)
    say(words.waiting)
  })
  addEventListener('online', () => {
    if (running || !upload || status!.textContent !== words.waiting) return
    show(true)
    upload.start()
  })
}

document.querySelectorAll<HTMLElement>('[data-resumable-upload]').forEach(mount)
