import { describe, expect, it } from 'vitest'
import { permissionsDeclared } from './permissions.ts'

const complaints = (call: string, from = '#platform/web/page.ts') =>
  permissionsDeclared([{ path: 'src/modules/events/list/list.page.tsx', text: `import { page, endpoint, resource } from '${from}'\n${call}` }])

describe('an address', () => {
  it('says who may come in', () => {
    expect(complaints(`page({ path: '/agenda', may: 'public', view })`)).toEqual([])
    expect(complaints(`page<Query>({ path: '/agenda', may: 'events.read', view })`)).toEqual([])
  })

  it.each(['page', 'endpoint', 'resource'])('made by %s has no default', (maker) => {
    expect(complaints(`export const list = ${maker}({ path: '/agenda' })`)).toEqual([expect.objectContaining({ line: 2, message: expect.stringContaining('say who may come in') })])
  })

  it('names a permission in the one form there is', () => {
    expect(complaints(`page({ path: '/agenda', may: 'everyone' })`)[0]?.message).toContain(`'everyone' is not a permission`)
  })

  it('is written where it can be read', () => {
    expect(complaints('page(spec)')[0]?.message).toContain('in place')
  })

  it('is not every function that happens to be called page', () => {
    expect(complaints(`page({ path: '/agenda' })`, './book.ts')).toEqual([])
  })
})
