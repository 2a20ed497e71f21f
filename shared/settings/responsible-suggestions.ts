/** Who may be responsible, as the writer types: (unit profile, label, words) → names to choose from. Changes no words itself. */
import { labelRole } from '../document/label-words.ts'
import { matchesInitials } from './pinyin-initials.ts'
import { responsibleKind, type ResponsibleKind } from '../document/responsible-kind.ts'
import type { UnitProfile } from './unit-profile.ts'

export interface ResponsibleQuery {
  readonly profile: UnitProfile
  /** The label of the block, the head of the column, or a field of the ledger. One written in the text itself goes before it. */
  readonly label: string | undefined
  /** Text of the block or cell, and the caret in it (UTF-16 units). */
  readonly text: string
  readonly caret: number
  /** Other texts about the same item's offices: what is named there is not offered to help. */
  readonly named?: readonly string[]
}

export interface Suggestion {
  /** What is put in the place of `from` to the caret. */
  readonly text: string
  readonly from: number
  /** Said beside it: post, office. */
  readonly note: string
  readonly kind: 'leader' | 'person' | 'office'
}

/** A name typed that the profile does not have. */
export interface UnknownName {
  readonly kind: 'leader' | 'person' | 'office'
  readonly name: string
  readonly post: string
}

export interface ResponsibleCompletion {
  readonly suggestions: readonly Suggestion[]
  /** Something was typed, and it is no whole name yet: the first suggestion is meant. */
  readonly eager: boolean
  readonly unknown: UnknownName | undefined
}

interface Candidate {
  readonly kind: Suggestion['kind']
  readonly name: string
  /** 党组书记、局长江一帆, as papers write it; the same as the name where there is no post. */
  readonly titled: string
  readonly note: string
}

const separator = /[、，,；;。\s（()）【】[\]：:]/u
const mostShown = 30

/** The label nearest before the caret in the text itself: “责任领导：江一帆；责任科室：|”. */
function labelledSegment(text: string, caret: number, label: string | undefined): { readonly kind: ResponsibleKind; readonly from: number } {
  for (const match of [...text.slice(0, caret).matchAll(/(\p{Script=Han}{2,10})[】\]]?[：:]/gu)].toReversed()) {
    // “牵头领导”, also where other words run into it: the longest ending that is a label counts.
    const words = [...match[1]!].map((_, index, all) => all.slice(index).join(''))
    const word = words.find((one) => labelRole(one) === 'responsible')
    if (word !== undefined) return { kind: responsibleKind(word), from: match.index + match[0].length }
  }
  return { kind: responsibleKind(label), from: 0 }
}

function tokensOf(text: string): string[] {
  return text.split(separator).filter((token) => token !== '')
}

function candidates({ leaders, people, offices }: UnitProfile, kind: ResponsibleKind, typed: string): Candidate[] {
  const ofLeaders = leaders.filter(({ name }) => name !== '').map(({ name, post }): Candidate => ({ kind: 'leader', name, titled: post + name, note: post }))
  const ofPeople = people.filter(({ name }) => name !== '').map(({ name, post, office }): Candidate => ({
    kind: 'person', name, titled: post === '' ? name : (post.startsWith(office) ? '' : office) + post + name, note: post.startsWith(office) ? post : office + post,
  }))
  const ofOffices = offices.map((name): Candidate => ({ kind: 'office', name, titled: name, note: '' }))
  switch (kind) {
    // Before anything is typed, leaders alone: a bureau has many people.
    case 'leader': return typed === '' && ofLeaders.length > 0 ? ofLeaders : [...ofLeaders, ...ofPeople]
    case 'person': return [...ofPeople, ...ofLeaders]
    case 'office': case 'support': return ofOffices
    case 'any': return [...ofLeaders, ...ofPeople, ...ofOffices]
  }
}

/** 0 begins with it, 1 contains it, 2 by first letters; undefined where nothing agrees. */
function rank(text: string, typed: string): number | undefined {
  if (text.startsWith(typed)) return 0
  if (text.includes(typed)) return 1
  return matchesInitials(text, typed) ? 2 : undefined
}

/** Where the words before the caret already begin the suggestion (“党组书记、局” of 党组书记、局长江一帆) it replaces them all. */
function placeOf(text: string, segment: number, token: number, caret: number, suggestion: string): number {
  for (let from = segment; from < token; from += 1) if (caret - from > 1 && suggestion.startsWith(text.slice(from, caret))) return from
  return token
}

export function suggestResponsible(query: ResponsibleQuery): ResponsibleCompletion {
  const { profile, text, caret } = query
  const { kind, from: segment } = labelledSegment(text, caret, query.label)
  let token = caret
  while (token > segment && !separator.test(text[token - 1]!)) token -= 1
  const typed = text.slice(token, caret)
  // In the middle of a word nothing can be meant, and behind the end of the sentence nobody is named any more.
  const behind = text[caret]
  if ((behind !== undefined && !separator.test(behind)) || (typed === '' && /[。）】\])]/u.test(text[caret - 1] ?? ''))) return { suggestions: [], eager: false, unknown: undefined }
  const others = tokensOf(`${text.slice(0, token)} ${text.slice(caret)}`)
  const isNamed = (candidate: Candidate) => others.some((other) => (candidate.kind === 'office' ? other === candidate.name : other.endsWith(candidate.name)))
    || (kind === 'support' && (query.named ?? []).some((one) => tokensOf(one).includes(candidate.name)))

  const open = candidates(profile, kind, typed).filter((candidate) => !isNamed(candidate))
  const found: (Suggestion & { readonly rank: number })[] = []
  const add = (candidate: Candidate, suggested: string, order: number) => {
    if (suggested !== typed && !found.some((one) => one.text === suggested)) found.push({ text: suggested, from: placeOf(text, segment, token, caret, suggested), note: candidate.note, kind: candidate.kind, rank: order })
  }
  for (const candidate of open) {
    const byName = rank(candidate.name, typed)
    if (byName !== undefined) add(candidate, candidate.name, byName)
  }
  for (const candidate of open) {
    if (candidate.titled === candidate.name) continue
    const byName = rank(candidate.name, typed)
    const begun = placeOf(text, segment, token, caret, candidate.titled) < token
    const byTitle = begun ? 0 : rank(candidate.titled, typed)
    // Who types the post wants it written; who types the name, rather not.
    if (byTitle !== undefined) add(candidate, candidate.titled, byName === undefined || begun ? byTitle : byName + 0.5)
  }
  const whole = typed !== '' && isKnown(profile, typed)
  const suggestions = found.sort((a, b) => a.rank - b.rank).slice(0, mostShown).map(({ rank: _rank, ...suggestion }) => suggestion)
  return { suggestions, eager: typed !== '' && !whole, unknown: unknownName(profile, kind, typed) }
}

/** Whether the word is, or ends with, a name of the profile. */
function isKnown({ leaders, people, offices }: UnitProfile, word: string): boolean {
  return [...leaders, ...people].some(({ name }) => name !== '' && word.endsWith(name)) || offices.includes(word)
}

const officeWord = /(?:科|室|股|处|办|队|站|所|部|中心|委员会|党委|支部|小组|大队|窗口|局)$/u
const postAndName = /^(.*(?:书记|主席|主任|委员|部长|局长|科长|股长|处长|组长|队长|站长|所长|镇长|乡长|县长|区长|校长|院长|会长|理事长|主管|干事|科员|专员|调研员|经理|助理))(\p{Script=Han}{2,4})$/u

/** Posts of those who lead a unit, whatever the label asks for. */
const leaderPost = /^(?!.*(?:科|股|室|处|支部))(?:.*(?:书记|局长|主席|镇长|乡长|县长|区长|市长|院长|校长|纪检组长|理事长|党组成员|党委委员))/u

/** A name that could be kept: whole words only, nothing masked (张某某), nothing to be filled in. */
function unknownName(profile: UnitProfile, kind: ResponsibleKind, typed: string): UnknownName | undefined {
  if (!/^\p{Script=Han}{2,20}$/u.test(typed) || /某|待定|本人|全体|相关|各/u.test(typed) || isKnown(profile, typed)) return undefined
  const isOffice = kind === 'office' || kind === 'support' || (kind === 'any' && officeWord.test(typed))
  if (isOffice) return officeWord.test(typed) && typed.length >= 2 ? { kind: 'office', name: typed, post: '' } : undefined
  if (officeWord.test(typed)) return undefined
  const [, post = '', name = typed] = postAndName.exec(typed) ?? []
  const begins = [...profile.leaders, ...profile.people].some((one) => one.name.startsWith(name) || one.post.includes(typed))
  if (name.length > 4 || begins) return undefined
  return { kind: kind === 'leader' || leaderPost.test(post) ? 'leader' : 'person', name, post }
}
