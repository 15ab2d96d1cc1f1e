import { DateTime } from './date-time.tsx'

const at = new Date('2026-11-20T01:30:00Z')

export const examples = {
  all: () => (
    <ul>
      <li><DateTime at={at} /></li>
      <li><DateTime at={at} as="short" /></li>
      <li><DateTime at={at} as="full" /></li>
      <li><DateTime at={at} as="ago" /></li>
      <li><DateTime at="2026-11-20" /></li>
    </ul>
  ),
}
