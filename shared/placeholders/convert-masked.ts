/** Masked text (××党委, X月X日) as the writer sees it listed, and made into placeholders where the writer says so. */
import type { Block, Draft, Run } from '../document/draft.ts'
import { normaliseRuns, sliceRuns } from '../document/runs.ts'
import { baseKey, isPlaceholderKey, numberedKey, placeholderKind, placeholderText } from './catalogue.ts'
import { titleOfBlocks } from './fill-placeholders.ts'
import { maskedForms, type MaskedForm } from './masked-forms.ts'
import { openPlaceholders, textsOf, type DraftText, type TextPlace } from './placeholder-places.ts'

export interface MaskedPlace {
  readonly place: TextPlace
  readonly from: number
  readonly to: number
  readonly text: string
  readonly before: string
  readonly after: string
  /** The key it would get. */
  readonly key: string
  readonly reason: string
}

export interface Conversion {
  readonly place: TextPlace
  readonly from: number
  readonly to: number
  /** What stands there; a place that says something else by now is left alone. */
  readonly text: string
  readonly key: string
}

const around = 12

/** A text is looked through once, however often it is asked for. */
const known = new Map<string, readonly MaskedForm[]>()
const mostKnown = 4000

function formsOf(text: string): readonly MaskedForm[] {
  const found = known.get(text)
  if (found) return found
  if (known.size >= mostKnown) known.clear()
  const forms = maskedForms(text)
  known.set(text, forms)
  return forms
}

const overlaps = (form: MaskedForm, { open }: DraftText) => open.some(({ from, to }) => form.from < to && from < form.to)

/** Nothing but the mask itself: says nothing of whether two of them are the same. */
const isBare = (text: string) => /^[XＸx×✕╳_＿某\s年月日号第]*$/u.test(text)

/**
 * What is masked and no placeholder yet, in the order of the paper. One value fills all places of a key, so masks that
 * say nothing of themselves (××) get numbered keys of their own; 张某某 is the same 张某某 everywhere.
 */
export function maskedPlaces(draft: Draft): MaskedPlace[] {
  const used = new Set(openPlaceholders(draft).map(({ key }) => key))
  const keys = new Map<string, string>()
  const next = (base: string): string => {
    let key = base
    for (let number = 2; used.has(key); number += 1) key = numberedKey(base, number)
    used.add(key)
    return key
  }
  return textsOf(draft).flatMap((text) => formsOf(text.text).filter((form) => !overlaps(form, text)).map((form): MaskedPlace => {
    const words = text.text.slice(form.from, form.to)
    const written = words === placeholderText(words.slice(1, -1))
    let key: string
    if (written) key = words.slice(1, -1)
    else if (placeholderKind(form.key)?.oneValue === true) key = baseKey(form.key)
    else if (isBare(words)) key = next(form.key)
    else {
      const name = `${form.key}\n${words}`
      key = keys.get(name) ?? next(form.key)
      keys.set(name, key)
    }
    return { place: text.place, from: form.from, to: form.to, text: words, before: text.text.slice(Math.max(0, form.from - around), form.from), after: text.text.slice(form.to, form.to + around), key, reason: form.reason }
  }))
}

/**
 * Two names of a masked place, for remembering what the writer declined: by what stands before it and by what stands
 * behind. One of them stays while the text on the other side is written or made a placeholder.
 */
export function maskedNames({ place, text, before, after }: MaskedPlace): readonly [string, string] {
  const where = place.in === 'block' ? place.blockId : `${place.blockId} ${place.row} ${place.column}`
  return [`${where}\n${before.slice(-4)}|${text}`, `${where}\n${text}|${after.slice(0, 4)}`]
}

function runsWith(runs: readonly Run[], from: number, to: number, key: string): Run[] {
  const look = sliceRuns(runs, from, to)[0]!
  const { placeholder: _placeholder, ...format } = look
  return [...sliceRuns(runs, 0, from), { ...format, text: placeholderText(key), placeholder: key }, ...sliceRuns(runs, to, Infinity)]
}

function convertBlock(block: Block, conversions: readonly Conversion[]): Block {
  // From the end, so that the places before stay where they are.
  const own = conversions.toSorted((a, b) => b.from - a.from)
  if (block.role !== 'table') {
    let runs: readonly Run[] = block.runs
    for (const { place, from, to, text, key } of own) {
      const cut = sliceRuns(runs, from, to)
      if (place.in === 'block' && text !== '' && cut.every((run) => run.placeholder === undefined) && cut.map((run) => run.text).join('') === text) runs = runsWith(runs, from, to, key)
    }
    return runs === block.runs ? block : { ...block, runs: normaliseRuns(runs) }
  }
  const rows = block.rows.map((row) => [...row])
  let changed = false
  for (const { place, from, to, text, key } of own) {
    if (place.in !== 'cell') continue
    const cell = rows[place.row]?.[place.column]
    if (cell === undefined || text === '' || cell.slice(from, to) !== text) continue
    rows[place.row]![place.column] = cell.slice(0, from) + placeholderText(key) + cell.slice(to)
    changed = true
  }
  return changed ? { ...block, rows } : block
}

/** The draft with these places made placeholders; the same draft where none of them stands any more. */
export function convertMasked(draft: Draft, conversions: readonly Conversion[]): Draft {
  const byBlock = Map.groupBy(conversions.filter(({ key }) => isPlaceholderKey(key)), ({ place }) => place.blockId)
  const blocks = draft.blocks.map((block) => convertBlock(block, byBlock.get(block.id) ?? []))
  if (blocks.every((block, index) => block === draft.blocks[index])) return draft
  const titleChanged = blocks.some((block, index) => block.role === 'title' && block !== draft.blocks[index])
  return { ...draft, blocks, ...(titleChanged ? { title: titleOfBlocks({ ...draft, blocks }) } : {}) }
}
