/** Every file of another type gives its text, whatever it is called. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { sniffType } from '../../electron/backend/files/sniff-type.ts'
import { importSourceSchema } from '../../shared/contract/procedures.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { foreignCases } from './foreign-cases.ts'

test('the cases have names of their own', () => {
  expect(new Set(foreignCases.map((one) => one.name)).size).toBe(foreignCases.length)
  expect(foreignCases.length).toBeGreaterThan(40)
})

describe.each(foreignCases.map((one) => [`${one.name}: ${one.shows}`, one] as const))('W20 %s', (_, one) => {
  test('is known by its content', () => {
    expect(sniffType(one.bytes())).toEqual({ kind: one.format })
  })
  test('gives its text, and a valid source', async () => {
    const read = await readDocument({ name: '材料.docx', bytes: one.bytes() })
    if (!read.ok) throw new Error(read.error.message)
    expect(sourceText(read.value.paragraphs)).toBe(one.expectedText)
    const checked = importSourceSchema.safeParse(read.value)
    expect(checked.error?.issues).toBeUndefined()
    for (const { text, hint } of read.value.paragraphs) {
      if (hint?.table) {
        expect(text).toBe(hint.table.rows.map((row) => row.join('\t')).join('\n'))
        expect(new Set(hint.table.rows.map((row) => row.length)).size).toBe(1)
      } else expect(text).not.toMatch(/[\n\r]/)
      for (const span of [...(hint?.formats ?? []), ...(hint?.notes ?? [])]) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.from).toBeLessThanOrEqual(span.to)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }
  })
})
