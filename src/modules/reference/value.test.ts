import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readValue, sameValue, showValue, writeValue } from './value.ts'

test.each([['12', 12], ['-0.5', -0.5], ['007', '007'], ['12345678901234567890', '12345678901234567890'], ['1.50', '1.50'], ['1e5', '1e5'], ['197001301996031920', '197001301996031920'], ['true', true], [' Perbup ', 'Perbup'], ['"12"', '12'], ['{"a":[1]}', { a: [1] }]])(
  '%s is read as %j', (text, value) => expect(readValue(text)).toEqual({ value }))

test('what begins like JSON and is not says so', () => {
  expect(readValue('{"a":')).toEqual({ wrong: true })
})

test('every value is written so that it is read back', () => {
  fc.assert(fc.property(fc.jsonValue().filter(value => value !== null && !(Number.isInteger(value) && !Number.isSafeInteger(value))), value => {
    const read = readValue(writeValue(value))
    expect('value' in read && sameValue(read.value, JSON.parse(JSON.stringify(value)))).toBe(true)
  }))
})

test('a table is shown as pairs, and its order does not matter', () => {
  expect(showValue({ name: 'Nyepi', kind: 'libur' })).toBe('name: Nyepi · kind: libur')
  expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
})
