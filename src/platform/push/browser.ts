/** The person said no, now or earlier. */
export class Denied extends Error {}

/** The key of the portal as browsers want it. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, sign => sign.charCodeAt(0))
}

/** Whether this browser can be told anything. */
export const canBeTold = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/**
 * Asks the person, registers the service worker, and answers where this browser can be reached (Push API).
 * @throws Denied
 */
export async function reachable(key: string): Promise<PushSubscription> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Denied()
  await navigator.serviceWorker.register('/sw.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const wanted = { userVisibleOnly: true, applicationServerKey: bytesOf(key) }
  // One made for an earlier key of the portal cannot be used any more.
  return pushManager.subscribe(wanted).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(wanted)
  })
}
