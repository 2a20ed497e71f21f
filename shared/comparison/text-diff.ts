/**
 * What changed between two texts, told as a person would mark it: character by character for Chinese, numbers and Latin words
 * whole, and where single characters between changes happen to be the same the whole stretch as one change.
 */
import { diffArrays } from 'diff'
import { commonEnds } from './common-ends.ts'

export type TextChange = 'inserted' | 'deleted'

export interface TextPiece {
  readonly text: string
  readonly change?: TextChange
}

interface Stretch {
  readonly same: readonly string[]
  readonly deleted: readonly string[]
  readonly inserted: readonly string[]
}

const tokenPattern = /[0-9]+(?:[.．][0-9]+)*[%％‰]?|[A-Za-z]+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g
const tokensOf = (text: string): string[] => text.match(tokenPattern) ?? []
const lengthOf = (tokens: readonly string[]) => tokens.reduce((sum, token) => sum + token.length, 0)

/** Texts that differ in more places than this are told apart as wholes: going on would take seconds and help nobody. */
const mostEdits = 1_500
/** Characters between two changes that say nothing by themselves. */
const longestFragment = 4
/** Where less than this share of both texts is the same, it is another text. */
const leastShare = 0.2

/** Each stretch is something the same, then what was taken out and what was put in behind it. */
function stretches(before: readonly string[], after: readonly string[]): Stretch[] {
  const { head, tail } = commonEnds(before, after)
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const parts = from.length === 0 || to.length === 0 ? undefined : diffArrays(from, to, { maxEditLength: mostEdits })
  const result: { same: string[]; deleted: string[]; inserted: string[] }[] = [{ same: before.slice(0, head), deleted: [], inserted: [] }]
  if (parts === undefined) {
    result[0]!.deleted.push(...from)
    result[0]!.inserted.push(...to)
  } else for (const part of parts) {
    const last = result.at(-1)!
    if (part.added) last.inserted.push(...part.value)
    else if (part.removed) last.deleted.push(...part.value)
    else if (last.deleted.length + last.inserted.length === 0) last.same.push(...part.value)
    else result.push({ same: [...part.value], deleted: [], inserted: [] })
  }
  if (tail > 0) result.push({ same: before.slice(before.length - tail), deleted: [], inserted: [] })
  return result
}

const sizeOf = ({ deleted, inserted }: Stretch) => Math.max(lengthOf(deleted), lengthOf(inserted))

/** Joins changes with too little between them to be read apart. */
function joined(parts: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const part of parts) {
    const last = result.at(-1)
    const length = lengthOf(part.same)
    const fragment = last !== undefined && sizeOf(last) > 0 && sizeOf(part) > 0 && length <= longestFragment && length <= Math.min(sizeOf(last), sizeOf(part)) && !/[\n。；！？]/u.test(part.same.join(''))
    if (fragment) result[result.length - 1] = { same: last.same, deleted: [...last.deleted, ...part.same, ...part.deleted], inserted: [...last.inserted, ...part.same, ...part.inserted] }
    else result.push(part)
  }
  return result.length === parts.length ? result : joined(result)
}

/** How good a place between two characters is to begin or end a change at. */
function seamScore(before: string | undefined, after: string | undefined): number {
  if (before === undefined || after === undefined || before === '\n' || after === '\n') return 5
  if (/[。；！？]/u.test(before)) return 4
  if (/[，、：]/u.test(before)) return 3
  return /[，、。；：！？]/u.test(after) ? 2 : 0
}

/** A change that could as well begin a little earlier or later begins where a sentence or a phrase does. */
function slid(parts: readonly Stretch[]): Stretch[] {
  const result = [...parts]
  for (let index = 0; index < result.length - 1; index += 1) {
    const { same, deleted, inserted } = result[index]!
    if ((deleted.length === 0) === (inserted.length === 0)) continue
    const next = result[index + 1]!
    const words = deleted.length > 0 ? deleted : inserted
    const line = [...same, ...words, ...next.same]
    let first = same.length
    while (first > 0 && line[first - 1] === line[first - 1 + words.length]) first -= 1
    let best = { at: same.length, score: -1 }
    for (let at = first; at + words.length <= line.length; at += 1) {
      const edge = index === 0 ? undefined : ''
      const score = seamScore(at === 0 ? edge : line[at - 1], line[at]) + seamScore(line[at + words.length - 1], line[at + words.length])
      if (score > best.score || (score === best.score && at === same.length)) best = { at, score }
      if (line[at] !== line[at + words.length]) break
    }
    const moved = line.slice(best.at, best.at + words.length)
    result[index] = { same: line.slice(0, best.at), deleted: deleted.length > 0 ? moved : [], inserted: deleted.length > 0 ? [] : moved }
    result[index + 1] = { ...next, same: line.slice(best.at + words.length) }
  }
  return result
}

/** One text for another. */
function replaced(before: string, after: string): TextPiece[] {
  return [...(before === '' ? [] : [{ text: before, change: 'deleted' as const }]), ...(after === '' ? [] : [{ text: after, change: 'inserted' as const }])]
}

/**
 * Pieces in order; without the inserted ones they are `before`, without the deleted ones `after`. Never cut inside a number,
 * a Latin word or a character of two code units.
 */
export function diffText(before: string, after: string): TextPiece[] {
  if (before === after) return before === '' ? [] : [{ text: before }]
  if (before === '' || after === '') return replaced(before, after)
  const parts = slid(joined(stretches(tokensOf(before), tokensOf(after))))
  const same = parts.reduce((sum, part) => sum + lengthOf(part.same), 0)
  if (same < Math.max(before.length, after.length) * leastShare) return replaced(before, after)
  return parts.flatMap(({ same: kept, deleted, inserted }): TextPiece[] => [...(kept.length === 0 ? [] : [{ text: kept.join('') }]), ...replaced(deleted.join(''), inserted.join(''))])
}
