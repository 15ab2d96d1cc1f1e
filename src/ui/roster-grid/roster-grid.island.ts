/** Moves through a roster by arrow keys, goes on to the next day after a letter, and colours what was typed; without it the grid is a form. */

for (const grid of document.querySelectorAll<HTMLElement>('.roster-grid')) {
  const letters = (grid.dataset.letters ?? '').split(' ')
  const rows = () => [...grid.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll<HTMLInputElement>('input')])

  const go = (from: HTMLInputElement, across: number, down: number): boolean => {
    const all = rows()
    const y = all.findIndex(row => row.includes(from))
    const next = all[y + down]?.[(all[y]?.indexOf(from) ?? 0) + across]
    next?.focus()
    next?.select()
    return next !== undefined
  }

  const colour = (input: HTMLInputElement): void => {
    const at = letters.indexOf(input.value.trim().toUpperCase())
    const cell = input.closest('td')
    if (at >= 0 && at < 6) cell?.setAttribute('data-colour', String(at + 1))
    else cell?.removeAttribute('data-colour')
  }

  grid.addEventListener('keydown', event => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length
    const moves: Record<string, [number, number, boolean]> = { ArrowRight: [1, 0, whole], ArrowLeft: [-1, 0, whole], ArrowDown: [0, 1, true], ArrowUp: [0, -1, true] }
    const move = moves[event.key]
    if (move && move[2] && go(input, move[0], move[1])) event.preventDefault()
  })

  grid.addEventListener('input', event => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    colour(input)
    const typed = input.value.trim().toUpperCase()
    // Goes on as soon as no longer letter can be meant.
    if (typed !== '' && (letters.includes(typed) || ['L', '-'].includes(typed)) && !letters.some(letter => letter !== typed && letter.startsWith(typed))) go(input, 1, 0)
  })

  grid.addEventListener('focusin', event => {
    if (event.target instanceof HTMLInputElement) event.target.select()
  })
}
