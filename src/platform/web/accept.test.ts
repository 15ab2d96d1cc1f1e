import { expect, test } from 'vitest'
import { names, preferredType } from './accept.ts'

const forms = ['text/html', 'text/turtle', 'application/ld+json', 'application/rdf+xml'] as const

test('browsers, curl and readers who say nothing get the page', () => {
  for (const accept of [undefined, '*/*', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'text/*']) expect(preferredType(accept, [...forms])).toBeNull()
})

test('who names another form gets it, by weight', () => {
  expect(preferredType('text/turtle', [...forms])).toBe('text/turtle')
  expect(preferredType('application/rdf+xml;q=0.5, application/ld+json;q=0.9', [...forms])).toBe('application/ld+json')
  expect(preferredType('text/turtle, application/rdf+xml;q=0.9, text/html;q=0.4, */*;q=0.1', [...forms])).toBe('text/turtle')
  expect(preferredType('text/html, text/turtle;q=0.9', [...forms])).toBeNull()
  expect(preferredType('text/turtle;q=0, */*;q=0.5', [...forms])).toBeNull()
  expect(preferredType('text/turtle;q=banyak, text/html;q=0.1', [...forms])).toBeNull()
})

test('what must be weighed is known without weighing', () => {
  expect(names('text/html, TEXT/TURTLE', ['text/turtle'])).toBe(true)
  expect(names('*/*', ['text/turtle'])).toBe(false)
  expect(names(undefined, ['text/turtle'])).toBe(false)
})
