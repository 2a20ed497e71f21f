/**
 * Headings and titles by look: 黑体, 楷体, bold, large and centred. Looks are hints for papers that say nothing in words:
 * where the text itself numbers or names a thing, or where the look is that of the whole paper, no hint is given.
 */
import { listRank } from '../../../shared/document/list-style.ts'
import { markerAtStart } from '../../../shared/recognition/markers.ts'
import type { SourceHint, SourceParagraph } from '../../../shared/recognition/source.ts'
import { titleWord } from '../../../shared/recognition/title-words.ts'
import type { Face } from './font-faces.ts'
import { looksStructured } from './proof-of-text.ts'
import type { TextToken } from './tokens.ts'

/** What is the same in all the words of a paragraph; undefined where it differs. */
export interface ParagraphLook {
  readonly face: Face | undefined
  /** Half points. */
  readonly size: number | undefined
  readonly heavy: boolean
  readonly centred: boolean
}

export function paragraphLook(tokens: readonly TextToken[], centred: boolean): ParagraphLook | undefined {
  const words = tokens.filter((token) => token.text.trim() !== '')
  const first = words[0]?.look
  if (first === undefined) return undefined
  return {
    face: words.every((token) => token.look.face === first.face) ? first.face : undefined,
    size: words.every((token) => token.look.size === first.size) ? first.size : undefined,
    heavy: words.every((token) => token.look.heavy),
    centred,
  }
}

interface Line {
  readonly index: number
  readonly text: string
  readonly look: ParagraphLook | undefined
}

/** The look most of the text has. */
interface Body {
  readonly face: Face | undefined
  readonly size: number | undefined
  readonly heavy: boolean
}

function most<T>(lines: readonly Line[], valueOf: (look: ParagraphLook) => T): T | undefined {
  const weights = new Map<T, number>()
  for (const { look, text } of lines) if (look !== undefined) weights.set(valueOf(look), (weights.get(valueOf(look)) ?? 0) + text.length)
  let best: readonly [T, number] | undefined
  for (const entry of weights) if (best === undefined || entry[1] > best[1]) best = entry
  return best?.[0]
}

/** Text of several words, no sentence and none of what stands apart for other reasons. */
const shortLine = /^[^。；！？，,;：:]{2,30}$/u
const noHeading = /^(?:附\s*件|附\s*表|[图表]\s*[\d一二三四五六七八九十]|单\s*位|抄送|主送|签发|[（(【[]|——)|^[\d\s.年月日〇○零一二三四五六七八九十]+$|(?:年|月|日|同志|局|委|办|党组|党委|支部|书记|局长|主任)$/u
const han = /[\u4e00-\u9fff].*[\u4e00-\u9fff]/u
const running = (text: string) => text.length >= 30 && /[，。；]/u.test(text)

function rankOfLook(look: ParagraphLook, body: Body): 1 | 2 | 3 | undefined {
  if (look.centred || (look.size !== undefined && body.size !== undefined && look.size < body.size)) return undefined
  if (look.face === 'hei') return body.face === 'hei' ? undefined : 1
  if (look.face === 'kai') return body.face === 'kai' ? undefined : 2
  return look.heavy && !body.heavy && look.face === body.face ? 3 : undefined
}

interface Candidate extends Line {
  readonly rank: 1 | 2 | 3
  readonly at: number
}

function candidatesAmong(lines: readonly Line[], body: Body): Candidate[] {
  const found = lines.flatMap((line, at): Candidate[] => {
    const rank = line.look && rankOfLook(line.look, body)
    if (rank === undefined || !shortLine.test(line.text) || noHeading.test(line.text) || !han.test(line.text)) return []
    return looksStructured(line.text) ? [] : [{ ...line, rank, at }]
  })
  const texts = new Map<string, number>()
  for (const { text } of found) texts.set(text, (texts.get(text) ?? 0) + 1)
  // A word that comes again and again labels something; it heads no part.
  return found.filter(({ text }) => texts.get(text) === 1)
}

/** Something stands below it: more text, a number, or a heading of a lower level. */
function heads(candidate: Candidate, lines: readonly Line[], byPlace: ReadonlyMap<number, Candidate>): boolean {
  const next = lines[candidate.at + 1]
  if (next === undefined) return false
  const other = byPlace.get(candidate.at + 1)
  return other === undefined ? next.text.length > candidate.text.length || markerAtStart(next.text, 0) !== undefined : other.rank > candidate.rank
}

/** The front of a paper has lines in 黑体 and 楷体 that head nothing: there only what comes again later counts. */
function behindFront(candidates: readonly Candidate[], front: number): Candidate[] {
  return candidates.filter((one) => one.at > front || (one.rank === 1 && one.at === front - 1 && candidates.some((other) =>
    other.at > front && other.rank === 1 && other.look?.size === one.look?.size)))
}

function levelsByLook(lines: readonly Line[], body: Body): Map<number, 1 | 2 | 3 | 4> {
  const levels = new Map<number, 1 | 2 | 3 | 4>()
  const all = candidatesAmong(lines, body)
  if (all.length < 2) return levels
  const byPlace = new Map(all.map((one) => [one.at, one]))
  const opening = lines.findIndex(({ text }) => running(text) || markerAtStart(text, 0) !== undefined)
  const ranksInText = new Set(lines.flatMap(({ text }) => {
    const marker = markerAtStart(text, 0)
    return marker ? [Math.max(1, listRank(marker.style))] : []
  }))
  const real = behindFront(all, opening === -1 ? lines.length : opening).filter((one) => heads(one, lines, byPlace))
  const ranks = ([1, 2, 3] as const).filter((rank) => {
    const ofRank = real.filter((one) => one.rank === rank)
    return !ranksInText.has(rank) && ofRank.length >= 2 && ofRank.length * 2 <= lines.length
  })
  for (const rank of ranks) {
    // The outermost headings there are, in words or by look, are those of the first level.
    const above = ([1, 2] as const).filter((other) => other < rank && (ranksInText.has(other) || ranks.includes(other))).length
    for (const one of real) if (one.rank === rank) levels.set(one.index, (above + 1) as 1 | 2 | 3)
  }
  return levels
}

/** Large centred lines at the head, where none of the first lines says in words what the paper is. */
function titleByLook(lines: readonly Line[], body: Body): Set<number> {
  const end = lines.findIndex(({ text }) => running(text) || /[。；]$/u.test(text))
  const head = lines.slice(0, Math.min(8, end === -1 ? lines.length : end))
  if (end === -1 || head.some(({ text }) => titleWord.test(text))) return new Set()
  const large = ({ look, text }: Line) => look?.centred === true && (look.size ?? 0) >= 36 && (look.size ?? 0) > (body.size ?? 0) && text.length <= 60 && !looksStructured(text)
  const first = head.findIndex(large)
  const after = head.findIndex((line, at) => first !== -1 && at > first && !large(line))
  return new Set(first === -1 ? [] : head.slice(first, after === -1 ? head.length : after).map((line) => line.index))
}

/** A heading is bold by its place in the paper, not because the writer stresses it. */
function withoutBold(hint: SourceHint): SourceHint {
  const { formats, ...rest } = hint
  const left = formats?.flatMap(({ bold: _bold, ...format }) => (format.underline ? [format] : [])) ?? []
  return left.length === 0 ? rest : { ...rest, formats: left }
}

/**
 * @param looks those of paragraphs of text; what is not in it has none.
 * @returns the paragraphs, hints of level and title added by look.
 */
export function hintsByLook(paragraphs: readonly SourceParagraph[], looks: WeakMap<SourceParagraph, ParagraphLook>): SourceParagraph[] {
  const lines = paragraphs.flatMap((one, index): Line[] =>
    one.text.trim() === '' || one.hint?.table !== undefined ? [] : [{ index, text: one.text.trim(), look: looks.get(one) }])
  const body: Body = { face: most(lines, (look) => look.face), size: most(lines, (look) => look.size), heavy: most(lines, (look) => look.heavy) ?? false }
  const styled = paragraphs.some((one) => one.hint?.level !== undefined)
  const titled = paragraphs.some((one) => one.hint?.title === true)
  const titles = titled ? new Set<number>() : titleByLook(lines, body)
  const levels = styled ? new Map<number, 1 | 2 | 3 | 4>() : levelsByLook(lines.filter((line) => !titles.has(line.index)), body)
  if (titles.size === 0 && levels.size === 0) return [...paragraphs]
  return paragraphs.map((one, index) => {
    const level = levels.get(index)
    if (titles.has(index)) return { ...one, hint: { ...withoutBold(one.hint ?? {}), title: true as const } }
    return level === undefined ? one : { ...one, hint: { ...withoutBold(one.hint ?? {}), level } }
  })
}
