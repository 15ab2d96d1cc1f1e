// How the application is run: one place for `npm start`, the bench and anyone who packages it.

/** Stack traces of the sources, see `source-maps.mjs`. */
export const traced = ['--import', new URL('./source-maps.mjs', import.meta.url).href]

/**
 * A government's portal should fit a small machine: the heap is collected before it grows large, and the C library
 * keeps two arenas instead of one per core and thread, which would hold on to memory that compression gave back.
 */
export const nodeOptions = [...traced, '--max-old-space-size=224', '--max-semi-space-size=4']
export const environment = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }
