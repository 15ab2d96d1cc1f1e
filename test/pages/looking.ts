import { spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'

const widths = [320, 1280]

/** The page of a browser that looks at one address after the other; opening one for each costs more than looking. */
export async function lookingPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage()
}

/** What may be good in one colour or width and bad in another; everything else axe reads from a page is the same in all. */
const ofColours = ['color-contrast', 'link-in-text-block']
const ofWidths = ['target-size', 'scrollable-region-focusable']

/** What axe says against the page as it stands. */
async function axeProblems(page: Page, only?: string[]): Promise<string[]> {
  return page.evaluate(async rules => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    // Of WCAG 2.2; axe leaves it out unless it is asked for.
    const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }) })
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`))
  }, only)
}

/** What reaches beyond the right edge of the page; null when it does not scroll sideways. */
const tooWide = (page: Page): Promise<string | null> => page.evaluate(() => {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return null
  return [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > room + 1).slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(' | ')
})

/**
 * Looks at an open page in both widths, light and dark: axe, and no scrolling sideways on a small phone.
 * With `pictures`, a screenshot of the small one in light and the large one in dark is kept under that path, for people to
 * look at. A `translated` page was looked at in the other language: its colours and its order are known, the room its words
 * need is not.
 */
export async function problemsOf(page: Page, { pictures, translated = false }: { pictures?: string; translated?: boolean } = {}): Promise<string[]> {
  const found: string[] = []
  // What is folded away is looked at as well.
  await page.evaluate(() => document.querySelectorAll('main details').forEach(details => details.setAttribute('open', '')))
  // The page's own policy does not bind the scripts of a test.
  if (!translated) await page.evaluate(axe.source)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const small = width === widths[0]
    const axeIn = async (colorScheme: 'light' | 'dark', rules?: string[]) => {
      await page.emulateMedia({ colorScheme })
      found.push(...(await axeProblems(page, rules)).map(problem => `${width} px, ${colorScheme}: ${problem}`))
    }
    if (!translated) {
      await axeIn('light', small ? undefined : ofWidths)
      if (pictures && small) await page.screenshot({ path: `${pictures}-${width}-light.png` })
      if (small) await axeIn('dark', ofColours)
      else if (pictures) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.screenshot({ path: `${pictures}-${width}-dark.png` })
      }
    }
    const wide = await tooWide(page)
    if (wide !== null) found.push(`${width} px: scrolls sideways because of ${wide}`)
    // Words need the room they need: where they fit into a phone, they fit into more.
    if (translated) break
  }
  return found
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    'no-implicit-button-type': 'error',
    // the renderer leaves these to the reader of HTML, and they mean the same
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // names of inputs may hold dots, and so may ids in HTML
    'valid-id': ['error', { relaxed: true }],
    // groups of radio buttons and checkboxes share a name
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
})

/** What html-validate says against a page. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages).map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)
}

const missingJava = spawnSync('java', ['-version']).error !== undefined

/** The Nu HTML checker over all pages of a file in one run. */
export async function nuChecker() {
  const folder = await mkdtemp(join(inject('sharedFolder'), 'pages-'))
  const names: string[] = []
  return {
    missing: missingJava,
    keep: async (name: string, html: string) => {
      names.push(name)
      await writeFile(join(folder, `${names.length - 1}.html`), html)
    },
    kept: () => names.length,
    problems(): string[] {
      const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
      const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', folder], { encoding: 'utf8', maxBuffer: 50_000_000 })
      const { messages } = JSON.parse(stderr) as { messages: { type: string; subType?: string; url: string; lastLine?: number; message: string; extract?: string }[] }
      return messages.filter(({ type }) => type === 'error' || type === 'non-document-error').map(({ url, lastLine, message, extract }) => `${names[Number(/(\d+)\.html$/.exec(url)?.[1])]}:${lastLine} ${message} ${extract ?? ''}`)
    },
  }
}
