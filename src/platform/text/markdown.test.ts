import { expect, it } from 'vitest'
import { toHtml } from './markdown.ts'

it('shows a table whose headings are empty without them, and keeps those that say something', () => {
  expect(toHtml('| | |\n|---|---|\n| hari | Senin |')).not.toContain('<th')
  expect(toHtml('| | |\n|---|---|\n| hari | Senin |')).toContain('<td>Senin</td>')
  expect(toHtml('| | Jumlah |\n|---|---|\n| hari | 3 |')).toContain('<th>Jumlah</th>')
  expect(toHtml('| | |\n|---|---|\n')).toContain('<th')
  expect(toHtml('| | |\n|---|---|\n| a | b |\n\nlalu\n\n| c | d |\n|---|---|\n| e | f |').match(/<th>/g)).toHaveLength(2)
})
