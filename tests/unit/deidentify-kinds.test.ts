/** Papers of other kinds of unit, written for the project, against lists made by hand before they were first read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import { stillIdentifying } from '../../shared/deidentify/still-identifying.ts'
import { printText } from '../../shared/document/print-text.ts'
import { fillPlaceholders } from '../../shared/placeholders/fill-placeholders.ts'
import { openPlaceholders } from '../../shared/placeholders/placeholder-places.ts'
import { fillableNow } from '../../shared/placeholders/profile-values.ts'
import { unitProfileSchema } from '../../shared/settings/unit-profile.ts'
import { handLists } from '../fixtures/deidentify/lists.ts'
import { draftOfText } from '../support/invented-papers.ts'
import { projectFolder } from '../support/test-backend.ts'

const left = (text: string, tokens: readonly string[]) => tokens.filter((token) => new RegExp(token, 'u').test(text))

describe.each(handLists)('$file', ({ file, tokens, clues, other }) => {
  const draft = draftOfText(readFileSync(join(projectFolder, 'tests/fixtures/deidentify', file), 'utf8'))
  const template = templateOf(draft, findIdentifying(draft))

  it('Y40 every token of the list stands in the paper and none is left in the template', () => {
    expect(left(printText(draft), tokens)).toEqual([...tokens])
    expect(left(printText(template), tokens)).toEqual([])
  })
  it('Y40 filled for a unit of another kind, nothing of the first is left', () => {
    const withMeta = { ...template, meta: { date: '2031-05-20' } }
    const known = fillableNow(withMeta, unitProfileSchema.parse(other))
    const rest = openPlaceholders(withMeta).filter(({ key }) => !known.has(key)).map(({ key }, index) => [key, `新值${index}`] as const)
    const filled = fillPlaceholders(fillPlaceholders(withMeta, known), new Map(rest))
    expect(openPlaceholders(filled)).toEqual([])
    expect(left(printText(filled), tokens)).toEqual([])
  })
  it('Y13 what no placeholder replaces is pointed out', () => {
    const seen = stillIdentifying(template).map(({ text }) => text)
    expect(clues.filter((clue) => !seen.some((one) => one === clue))).toEqual([])
  })
})
