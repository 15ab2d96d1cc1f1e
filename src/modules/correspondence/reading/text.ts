import { execFile } from 'node:child_process'

/** Letters of text kept of one letter: enough to find it by. */
export const mostText = 400_000

/** What a single PDF may take: a page can unfold into gigabytes, and nobody waits for the text. */
const limits = { megabytes: 384, milliseconds: 60_000 }

/** Runs in a process of its own, whose end hurts nobody: bytes come in, text goes out. */
const program = `
const { extractText, getDocumentProxy } = await import(process.argv[1])
const parts = []
for await (const part of process.stdin) parts.push(part)
const document = await getDocumentProxy(new Uint8Array(Buffer.concat(parts)))
const { text } = await extractText(document, { mergePages: true })
process.stdout.write(text.slice(0, ${mostText}), () => process.exit(0))`

/** Text of a PDF; nothing for a scan without text, a broken or a locked one, and one that takes more than it may. */
export const textOf = (pdf: Buffer): Promise<string> =>
  new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [`--max-old-space-size=${limits.megabytes}`, '--input-type=module', '--eval', program, import.meta.resolve('unpdf')],
      { timeout: limits.milliseconds, killSignal: 'SIGKILL', maxBuffer: 4 * mostText, env: {} },
      (error, text) => resolve(error ? '' : text),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(pdf)
  })
