export { blockSpecs, specOf } from './kinds.ts'
export { fillBlock, filesOf, isEmpty, readBlock, rulesOf, sayingsOf, wordsOf } from './reading.ts'
export { BlockFields, Blocks, loadBlocks, openingOf, showsNothing, topicsOf, type Loaded } from './shown.tsx'
