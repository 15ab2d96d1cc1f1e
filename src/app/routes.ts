import type { Route } from '#platform/web/page.ts'
import { languageSwitch } from './language/switch.ts'

/** Pages that draw on several modules, or on none. */
export const appRoutes: readonly Route[] = [languageSwitch]
