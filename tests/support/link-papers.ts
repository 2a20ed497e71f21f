/** Papers with the links a careful clerk makes in them (tests/fixtures/links), and how suggestions compare with those. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../shared/document/draft.ts'
import { suggestLinks } from '../../shared/document/link-suggestions.ts'
import { deriveLinks } from '../../shared/document/links.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { projectFolder } from './test-backend.ts'

export interface LinkPaper {
  readonly name: string
  readonly draft: Draft
  /** Lines of the expectation: “m 1 2,3? -”. */
  readonly expected: readonly string[]
}

const fixture = (path: string) => readFileSync(join(projectFolder, 'tests/fixtures', path), 'utf8')
const draftOf = (text: string) => recognise(paragraphsFromText(text), { draftId: 'links' }).draft
const isExpectation = (line: string) => /^[cm] /.test(line)

/** The corpora's papers the rules were tuned on. */
export function knownPapers(): LinkPaper[] {
  const lines = fixture('links/known-papers.txt').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.flatMap((name, index) => {
    if (isExpectation(name)) return []
    const next = lines.findIndex((line, at) => at > index && !isExpectation(line))
    return [{ name, draft: draftOf(fixture(`${name}.txt`)), expected: lines.slice(index + 1, next === -1 ? undefined : next) }]
  })
}

/** Papers written afterwards. */
export function newPapers(): LinkPaper[] {
  return fixture('links/new-papers.txt').split(/^=== /m).slice(1).map((part) => {
    const [paper, expected] = part.split('--- expected\n')
    const [name, ...lines] = paper!.split('\n')
    return { name: name!, draft: draftOf(lines.join('\n')), expected: expected!.trim().split('\n') }
  })
}

export interface Score {
  readonly suggested: number
  /** Expected or acceptable. */
  readonly right: number
  readonly expected: number
  readonly found: number
  readonly wrong: readonly string[]
}

/** How the suggestions for causes (c) or measures (m) of a paper compare; counts of links. */
export function scorePaper({ name, draft, expected }: LinkPaper, kind: 'c' | 'm'): Score {
  const links = deriveLinks(draft)
  const answers = kind === 'c' ? links.causes : links.measures
  const line = expected.find((one) => one.startsWith(kind))
  const wanted = line === undefined ? [] : line.slice(2).trim().split(/\s+/)
  if (line !== undefined && wanted.length !== answers.length) throw new Error(`${name}: ${wanted.length} expectations for ${answers.length} of ${kind}`)
  const suggestions = suggestLinks(draft)
  let [suggested, right, found, all] = [0, 0, 0, 0]
  const wrong: string[] = []
  answers.forEach((answer, at) => {
    const tokens = wanted[at] === undefined || wanted[at] === '-' ? [] : wanted[at].split(',')
    const must = tokens.filter((token) => !token.endsWith('?')).map(Number)
    const may = tokens.filter((token) => token.endsWith('?')).map((token) => parseInt(token, 10))
    const got = suggestions.filter((one) => one.answerId === answer.id).map((one) => links.problems.findIndex(({ id }) => id === one.problemId) + 1)
    suggested += got.length
    right += got.filter((problem) => must.includes(problem) || may.includes(problem)).length
    found += got.filter((problem) => must.includes(problem)).length
    all += must.length
    wrong.push(...got.filter((problem) => !must.includes(problem) && !may.includes(problem)).map((problem) => `${name}: ${kind}${at + 1} → ${problem}`))
  })
  return { suggested, right, expected: all, found, wrong }
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0)
  return { suggested: sum((one) => one.suggested), right: sum((one) => one.right), expected: sum((one) => one.expected), found: sum((one) => one.found), wrong: scores.flatMap((one) => one.wrong) }
}
