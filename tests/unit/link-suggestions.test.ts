import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { suggestLinks } from '../../shared/document/link-suggestions.ts'
import { deriveLinks, setLinks } from '../../shared/document/links.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { addScores, knownPapers, newPapers, scorePaper } from '../support/link-papers.ts'

const known = knownPapers()
const fresh = newPapers()

describe('K5 suggestions', () => {
  it('K5 on the papers the rules were tuned on: hardly one wrong, most measures found', () => {
    expect(known).toHaveLength(33)
    const measures = addScores(known.map((paper) => scorePaper(paper, 'm')))
    const causes = addScores(known.map((paper) => scorePaper(paper, 'c')))
    expect([...measures.wrong, ...causes.wrong]).toEqual([])
    expect(measures.found / measures.expected).toBeGreaterThan(0.75)
    expect(causes.found / causes.expected).toBeGreaterThan(0.25)
  })
  it('K5 on twelve papers written afterwards', () => {
    expect(fresh).toHaveLength(12)
    const measures = addScores(fresh.map((paper) => scorePaper(paper, 'm')))
    const causes = addScores(fresh.map((paper) => scorePaper(paper, 'c')))
    expect([...measures.wrong, ...causes.wrong]).toEqual([])
    expect(measures.found / measures.expected).toBeGreaterThan(0.9)
    expect(causes.found / causes.expected).toBeGreaterThan(0.3)
  })
  it('K5 each names a reason a writer can check: its words stand in both', () => {
    for (const { draft } of [...known, ...fresh]) {
      const links = deriveLinks(draft)
      const textOf = new Map([...links.problems, ...links.answers].map((entry) => [entry.id, entry.text.normalize('NFKC')]))
      for (const { answerId, problemId, reasons, score } of suggestLinks(draft)) {
        expect(reasons.length).toBeGreaterThan(0)
        expect(score).toBeGreaterThan(0)
        for (const reason of reasons) {
          if (reason.kind !== 'words') continue
          for (const word of reason.words) {
            expect(textOf.get(answerId)).toContain(word)
            expect(textOf.get(problemId)).toContain(word)
          }
        }
      }
    }
  })
  it('K5 only for what belongs to no problem yet, and the same each time', () => {
    for (const { draft } of [...known, ...fresh]) {
      const suggestions = suggestLinks(draft)
      expect(suggestLinks(structuredClone(draft))).toEqual(suggestions)
      const loose = new Set(deriveLinks(draft).withoutProblem)
      expect(suggestions.every(({ answerId }) => loose.has(answerId))).toBe(true)
      const accepted = setLinks(draft.blocks, suggestions.map(({ answerId, problemId }) => ({ answerId, problemId, on: true })))
      const now = new Set(deriveLinks({ blocks: accepted }).links.map(({ answerId, problemId }) => `${answerId} ${problemId}`))
      expect(suggestions.every(({ answerId, problemId }) => now.has(`${answerId} ${problemId}`))).toBe(true)
      expect(suggestLinks({ blocks: accepted }).some(({ answerId }) => suggestions.some((one) => one.answerId === answerId))).toBe(false)
    }
  })
  it('K5 tells nothing where nothing speaks for a pair', () => {
    expect(suggestLinks(fresh.find(({ name }) => name === 'nothing to link by words')!.draft)).toEqual([])
    expect(suggestLinks({ blocks: [{ role: 'paragraph', id: 'p', runs: [] }] })).toEqual([])
  })
})

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

describe.runIf(existsSync(samples))('K5 the samples', () => {
  it('K5 gives suggestions for those with parts apart, none for the plans', () => {
    const counts = readdirSync(samples).filter((file) => file.endsWith('.txt')).sort().map((file) => suggestLinks(recognise(paragraphsFromText(readFileSync(join(samples, file), 'utf8')), { draftId: 's' }).draft).length)
    expect(counts.slice(0, 3)).toEqual([0, 0, 0])
    expect(counts[3]).toBeGreaterThanOrEqual(7)
    expect(counts[4]).toBeGreaterThanOrEqual(8)
  })
})
