import { expect, it } from 'vitest'
import { renderPdf } from '#platform/documents/compiler.ts'
import { textOf } from './text.ts'

const source = (text: string) => ({ source: '#data.text', data: { text }, files: {}, title: 'Surat', author: '', language: 'id' as const, date: new Date() })

it('reads what a PDF says, and nothing out of one that says nothing', async () => {
  expect(await textOf(await renderPdf(source('Permohonan perbaikan gorong-gorong')))).toContain('gorong-gorong')
  expect(await textOf(Buffer.from('%PDF-1.7 rusak'))).toBe('')
})
