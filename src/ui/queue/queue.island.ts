/** Moves through a queue by keys; can be switched off, because a single letter may mean something else to a person's own tools. */

const off = 'pendopo.keys-off'
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-queue] a')]
const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
const rowOf = (element: Element | null) => element?.closest('[data-queue] > li') ?? null

function step(by: 1 | -1): void {
  const all = links()
  const here = all.findIndex(link => rowOf(link) === rowOf(document.activeElement) && rowOf(link) !== null)
  const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function mount(keys: HTMLDetailsElement): void {
  const { off: offWord, on: onWord } = JSON.parse(keys.dataset.words!) as { off: string; on: string }
  const isOff = () => localStorage.getItem(off) !== null
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button quiet'
  const say = () => (button.textContent = isOff() ? onWord : offWord)
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(off)
    else localStorage.setItem(off, '')
    say()
  })
  say()
  keys.append(button)
  keys.hidden = false

  const acts: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    '/': () => document.querySelector<HTMLInputElement>('main input[type=search]')?.focus(),
    '?': () => {
      keys.open = !keys.open
      keys.querySelector('summary')!.focus()
    },
    x: () => rowOf(document.activeElement)?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
  }
  document.addEventListener('keydown', event => {
    if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return
    // Arrows scroll the page until somebody is in the list.
    const inList = rowOf(document.activeElement) !== null
    const act = acts[event.key] ?? (inList && event.key === 'ArrowDown' ? acts.j : inList && event.key === 'ArrowUp' ? acts.k : undefined)
    if (!act) return
    event.preventDefault()
    act()
  })
}

const keys = document.querySelector<HTMLDetailsElement>('[data-queue-keys]')
if (keys) mount(keys)
