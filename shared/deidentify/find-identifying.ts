/** Everything in a draft that tells of its unit, with the placeholder proposed for each. Pure; nothing is changed here. */
import type { Draft } from '../document/draft.ts'
import { numberedKey, baseKey } from '../placeholders/catalogue.ts'
import { maskedForms } from '../placeholders/masked-forms.ts'
import { openPlaceholders, textsOf, type TextPlace } from '../placeholders/placeholder-places.ts'
import { emptyUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import { findDates } from './find-dates.ts'
import { findContacts, findFigures, findFileNumbers, findInspection } from './find-figures.ts'
import { findOffices, findPeople } from './find-people.ts'
import { findOwnKind } from './find-own-kind.ts'
import { findPlaces } from './find-places.ts'
import { findLearned, findLevels, findOtherBodies, findUnitKinds, findUnits } from './find-units.ts'
import { gap, type Candidate, type Finder, type Finding, type Learned, type ReadText } from './finding.ts'
import { learn, learnMore } from './learn.ts'
import { rangeRead, readable, type Range } from './readable.ts'
import { endingOf, isOwnKind } from './trades.ts'

const findMasked: Finder = ({ text }) => maskedForms(text).map(({ from, to, key, reason }) => ({ from, to, kind: 'masked', base: key, reason, sure: key !== '待填内容' && key !== '地名' }))
const learnedNames: Finder = (read, learned) => findLearned(read, learned).filter(({ kind }) => kind !== 'trade')
const learnedTrade: Finder = (read, learned) => findLearned(read, learned).filter(({ kind }) => kind === 'trade')

/** An earlier group takes its ranges first; within a group the longest goes first. */
const finders: readonly (readonly Finder[])[] = [
  [findContacts, findFileNumbers], [learnedNames, findUnits], [findDates, findInspection], [findMasked],
  [learnedTrade, findPeople, findOffices, findUnitKinds, findLevels, findOwnKind, findOtherBodies], [findPlaces, findFigures],
]

function bestOf(read: ReadText, learned: Learned): Candidate[] {
  const found: Candidate[] = []
  for (const group of finders) {
    const candidates = group.flatMap((find) => find(read, learned)).filter(({ from, to }) => from < to && !read.text.slice(from, to).includes(gap))
    for (const one of candidates.sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from)) {
      if (found.every(({ from, to }) => one.to <= from || to <= one.from)) found.push(one)
    }
  }
  return found
}

interface Text {
  readonly place: TextPlace
  readonly text: string
  readonly role: string
  readonly label: string
  readonly taken: readonly Range[]
  readonly found: readonly (Candidate & { readonly text: string })[]
}

function readOnce(one: Text, learned: Learned): Text {
  const read = readable(one.text, one.taken)
  const more = bestOf({ text: read.text, role: one.role, label: one.label }, learned).map((candidate) => {
    const range = rangeRead(read, candidate)
    return { ...candidate, ...range, text: one.text.slice(range.from, range.to) }
  })
  if (more.length === 0) return one
  return { ...one, taken: [...one.taken, ...more].toSorted((a, b) => a.from - b.from), found: [...one.found, ...more] }
}

function textsToRead(draft: Draft): Text[] {
  const blocks = new Map(draft.blocks.map((block) => [block.id, block]))
  return textsOf(draft).map(({ place, text, open }) => {
    const block = blocks.get(place.blockId)!
    const role = place.in === 'cell' && block.role === 'table' ? block.columns[place.column] ?? 'other' : block.role
    return { place, text, role, label: 'label' in block ? block.label ?? '' : '', taken: open, found: [] }
  })
}

/** Units of the paper's own trade are the unit itself, its full name the longest one told of. */
function withOwnUnits(texts: readonly Text[], learned: Learned): Text[] {
  const trades = [...learned.words].flatMap(([word, { kind }]) => (kind === 'trade' ? [word] : []))
  const isOwn = (one: { kind: string; base: string; text: string }) => one.kind === 'unit' && one.base === '其他单位' && trades.some((trade) => one.text.includes(trade))
  const ownKinds = new Set([...learned.ownKinds, ...texts.flatMap(({ found }) => found.filter(isOwn).flatMap(({ text }) => endingOf(text) ?? []))])
  return texts.map((text) => ({ ...text, found: text.found.map((one) => {
    if (isOwn(one)) return { ...one, base: '单位简称', reason: '本单位的名称' }
    if (one.base === '单位类型' && ownKinds.size > 0 && !isOwnKind(one.text, ownKinds)) return { ...one, reason: `“${one.text}”与本单位的类型不一致，可能是从别的单位的稿子里带来的` }
    return one
  }) }))
}

/** What is masked says nothing of what it stands for: ×× may be a unit here and a place there. */
const maskSign = /[×XＸ✕╳xA_＿某]/u

/** One key for each value of a kind: alone it has the kind's own name, several are numbered in the order of the paper. */
function numbered(draft: Draft, texts: readonly Text[]): Finding[] {
  const all = texts.flatMap(({ place, found }) => found.toSorted((a, b) => a.from - b.from).map((one) => ({ place, one, value: `${one.text}\n${one.of ?? ''}\n${maskSign.test(one.text) ? one.base : ''}` })))
  const basesOf = new Map<string, string>()
  // The same text is the same thing: the first place, in order of the paper, that says for sure what it is decides.
  for (const { one, value } of [...all.filter(({ one }) => one.sure), ...all.filter(({ one }) => !one.sure)]) if (!basesOf.has(value)) basesOf.set(value, one.base)
  const values = new Map<string, string[]>()
  for (const { value } of all) {
    const base = basesOf.get(value)!
    const known = values.get(base) ?? []
    if (!known.includes(value)) values.set(base, [...known, value])
  }
  const open = new Set(openPlaceholders(draft).map(({ key }) => key))
  const openBases = new Set([...open].map(baseKey))
  const keys = new Map<string, string>()
  for (const [base, list] of values) {
    let number = 0
    for (const value of list) {
      if (list.length === 1 && !openBases.has(base)) {
        keys.set(value, base)
        continue
      }
      do number += 1; while (open.has(numberedKey(base, number)))
      keys.set(value, numberedKey(base, number))
    }
  }
  return all.map(({ place, one: { from, to, kind, text, reason, sure }, value }, index) => ({ id: `f${index + 1}`, kind, place, from, to, text, key: keys.get(value)!, reason, sure }))
}

/** Findings in the order of the paper; none overlaps another or an open placeholder. */
export function findIdentifying(draft: Draft, profile: UnitProfile = emptyUnitProfile): Finding[] {
  let texts = textsToRead(draft)
  let learned = learn(draft, profile, texts.map(({ text }) => text))
  // Names found in one place are looked for in all; each reading leaves less, so this ends.
  for (;;) {
    const read = texts.map((one) => readOnce(one, learned))
    const changed = read.some((one, index) => one !== texts[index])
    texts = read
    learned = learnMore(learned, texts.flatMap(({ found }) => found))
    if (!changed) return numbered(draft, withOwnUnits(texts, learned))
  }
}
