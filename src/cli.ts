import { parseArgs } from 'node:util'
import { BadConfig } from '#platform/config/config.ts'
import { Problem } from '#platform/web/problems.ts'
import { commands } from '#app/commands/commands.ts'

/** `pendopo <command> …`: what an operator does without a browser. */
async function main(words: string[]): Promise<void> {
  const command = commands.find(({ name }) => name.every((word, i) => words[i] === word))
  if (!command || words.includes('--help')) {
    const width = Math.max(...commands.map(({ usage }) => usage.length))
    process.stdout.write(`pendopo <command>\n\n${(command ? [command] : commands).map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`).join('\n')}\n`)
    process.exitCode = command || words.includes('--help') ? 0 : 2
    return
  }
  const { values, positionals } = parseArgs({ args: words.slice(command.name.length), options: command.options, allowPositionals: true })
  await command.run(positionals, values as Record<string, string | boolean | undefined>)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Problem ? error.problems.map(({ message }) => message.text.replace(/\{(\w+)\}/g, (_, key: string) => String(message.values?.[key] ?? ''))).join('\n') : error instanceof BadConfig || error instanceof Error ? error.message : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
})
