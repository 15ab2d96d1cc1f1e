import { t } from '#platform/i18n/locale.ts'
import type { Flag } from '#platform/offline/entry.ts'
import { flagWords } from './words.ts'

/** What is odd about an entry, in words. */
export const FlagWords = ({ flags }: { flags: readonly Flag[] }) => <>{flags.length > 0 ? flags.map(flag => t(flagWords[flag].label)).join('; ') : '–'}</>
