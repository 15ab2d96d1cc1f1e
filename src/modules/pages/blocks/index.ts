export { blockSpecs, specOf } from './kinds.ts'
export { fillBlock, filesOf, isEmpty, readBlock, rulesOf, sayingsOf, verifyBlock, wordsOf } from './reading.ts'
export { BlockFields, Blocks, loadBlocks, openingOf, showsNothing, topicsOf, type Loaded } from './shown.tsx'
