const browsers: [RegExp, string][] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux']]

const first = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** `Chrome · Android`, as far as the browser tells; null when it tells nothing. */
export function deviceWords(userAgent: string | null): string | null {
  const words = [first(browsers, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : null
}
