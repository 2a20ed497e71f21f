/** The behaviour page and the titles of the tests name the same rules. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../support/test-backend.ts'

const page = readFileSync(join(projectFolder, 'docs', 'behaviour.md'), 'utf8')
const rules = [...page.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1]!)

const name = /\b([A-Z])(\d+)(?:[–-][A-Z]?(\d+))?\b/g

/** What stands in lines that begin a test or a group of tests, and the ids strings of tables begin with. “E3–E5” names three. */
const named = new Set(readdirSync(join(projectFolder, 'tests'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts')).flatMap((path) => {
  const text = readFileSync(join(projectFolder, 'tests', path), 'utf8')
  const titles = [...text.matchAll(/^\s*(?:it|test|describe)\b.*$|[(\[]\s*['"`](?:[A-Z]\d+(?:[–-][A-Z]?\d+)?[ :])+/gm)].map((match) => match[0])
  return titles.flatMap((title) => [...title.matchAll(name)]).flatMap(([, letter, first, last]) =>
    Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, index) => `${letter}${Number(first) + index}`))
}))

/** Keys and paper sizes. */
const noRules = new Set(['F1', 'F2', 'F8', 'F9', 'A4', 'A3'])

describe('the behaviour page', () => {
  it('gives every rule an id of its own', () => {
    expect(rules.length).toBeGreaterThan(180)
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
  })
  it('has no rule without a test', () => expect(rules.filter((id) => !named.has(id))).toEqual([]))
  it('has every rule a test names', () => expect([...named].filter((id) => !rules.includes(id) && !noRules.has(id))).toEqual([]))
})
