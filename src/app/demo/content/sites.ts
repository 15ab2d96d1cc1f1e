import { guci } from './sites-guci.ts'
import { purwahamba } from './sites-purwahamba.ts'
import type { DemoSites } from './sites-parts.ts'

/** Sites of Kabupaten Tegal. */
export const tegalSites: DemoSites = calendar => [purwahamba(calendar), guci(calendar)]

/** Sites of Kabupaten Purbalingga. */
export const purbalinggaSites: DemoSites = () => []
