// Loaded before the application (`--import`): traces name the lines of our sources. Maps of packages stay out,
// which `--enable-source-maps` would keep as well; they weigh 70 MB of memory.

import { setSourceMapsSupport } from 'node:module'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
