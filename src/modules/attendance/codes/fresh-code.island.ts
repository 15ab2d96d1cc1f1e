/** Puts the next code in the place of the one that is shown, until the screen is turned off. */

/** Often enough that no code stands there after its time, in milliseconds. */
const pace = 4000

async function renew(): Promise<void> {
  const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' })
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.qr-code')
  const shown = document.querySelector('.qr-code')
  if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh)
}

setInterval(() => {
  // A page nobody sees asks for nothing.
  if (document.visibilityState === 'visible') renew().catch(() => undefined)
}, pace)

// A screen at a door stays on where the browser lets it.
const awake = () => void navigator.wakeLock?.request('screen').catch(() => undefined)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && awake())
awake()
