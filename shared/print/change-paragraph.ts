/** Two states of a printed paragraph as one: runs of both, each with what became of it. */
import { diffText, type TextChange } from '../comparison/text-diff.ts'
import type { ChangedParagraph, ChangedRun } from './changed-types.ts'
import type { PrintedBlock, PrintParagraph, PrintRule, PrintRun } from './print-types.ts'

/** A line of a title begins with a break: it is compared as a character. */
const streamText = (run: PrintRun) => (run.startsLine ? `\n${run.text}` : run.text)
const textOf = ({ runs }: PrintParagraph) => runs.map(streamText).join('')

interface Slice {
  readonly run: PrintRun
  /** Index of the run it is cut from, and whether it begins there. */
  readonly index: number
  readonly begins: boolean
}

function cut(run: PrintRun, from: number, to: number): PrintRun {
  const { startsLine, ...rest } = run
  const shift = startsLine ? 1 : 0
  return { ...rest, text: run.text.slice(Math.max(0, from - shift), Math.max(0, to - shift)), ...(startsLine && from === 0 ? { startsLine: true as const } : {}) }
}

/** Gives out the runs of a paragraph piece by piece. */
function reader({ runs }: PrintParagraph): (length: number) => Slice[] {
  let index = 0
  let offset = 0
  return (length) => {
    const result: Slice[] = []
    for (let left = length; left > 0;) {
      const run = runs[index]!
      const size = streamText(run).length
      const taken = Math.min(left, size - offset)
      if (taken > 0) result.push({ run: cut(run, offset, offset + taken), index, begins: offset === 0 })
      offset += taken
      left -= taken
      if (offset >= size) {
        index += 1
        offset = 0
      }
    }
    return result
  }
}

const sameLook = (a: PrintRun, b: PrintRun) => a.size === b.size && a.bold === b.bold && a.underline === b.underline && a.part === b.part && a.style === b.style &&
  a.emphasis === b.emphasis && a.colour === b.colour && a.font.chinese === b.font.chinese && a.font.latin === b.font.latin

const lengths = ['firstLine', 'hanging', 'left', 'right'] as const

const sameRule = (a: PrintRule | undefined, b: PrintRule | undefined) => a?.thickness === b?.thickness && a?.gap === b?.gap && a?.colour === b?.colour

/** All that is said of a paragraph beside its text. */
export function sameFormat(a: PrintParagraph, b: PrintParagraph): boolean {
  return a.role === b.role && a.alignment === b.alignment && a.linePitch === b.linePitch && a.keepWithNext === b.keepWithNext && a.pageBreakBefore === b.pageBreakBefore &&
    (a.spaceBefore ?? 0) === (b.spaceBefore ?? 0) && sameRule(a.ruleBelow, b.ruleBelow) &&
    lengths.every((name) => a[name].twips === b[name].twips && a[name].characters === b[name].characters)
}

/** Cuts two rows of slices of the same text so that they part at the same places. */
function besideEachOther(old: readonly Slice[], now: readonly Slice[]): { readonly was: PrintRun; readonly now: Slice }[] {
  const result: { was: PrintRun; now: Slice }[] = []
  let [at, used] = [0, 0]
  for (const slice of now) {
    const size = streamText(slice.run).length
    for (let from = 0; from < size;) {
      const was = old[at]!.run
      const taken = Math.min(size - from, streamText(was).length - used)
      if (taken > 0) result.push({ was: cut(was, used, used + taken), now: { run: cut(slice.run, from, from + taken), index: slice.index, begins: slice.begins && from === 0 } })
      from += taken
      used += taken
      if (used >= streamText(was).length) {
        at += 1
        used = 0
      }
    }
  }
  return result
}

export function wholeParagraph(paragraph: PrintParagraph, change: TextChange): ChangedParagraph {
  return { ...paragraph, change, runs: paragraph.runs.map((run): ChangedRun => ({ ...run, change })) }
}

/** @returns the newer paragraph with what the older had put between. */
export function changedParagraph(old: PrintParagraph, now: PrintParagraph): ChangedParagraph {
  const restyled = !sameFormat(old, now)
  const [takeOld, takeNow] = [reader(old), reader(now)]
  const runs: ChangedRun[] = []
  /** Where each run of the newer paragraph begins among the runs of both. */
  const starts = new Map<number, number>()
  const note = ({ index, begins }: Slice) => { if (begins && !starts.has(index)) starts.set(index, runs.length) }
  for (const { text, change } of diffText(textOf(old), textOf(now))) {
    if (change === 'deleted') for (const { run } of takeOld(text.length)) runs.push({ ...run, change, was: { run, paragraph: old } })
    else if (change === 'inserted') for (const slice of takeNow(text.length)) {
      note(slice)
      runs.push({ ...slice.run, change })
    } else for (const { was, now: slice } of besideEachOther(takeOld(text.length), takeNow(text.length))) {
      note(slice)
      runs.push(restyled || !sameLook(was, slice.run) ? { ...slice.run, was: { run: was, paragraph: old } } : slice.run)
    }
  }
  const blocks = now.blocks.map((block, index): PrintedBlock => ({ ...block, firstRun: index === 0 ? 0 : starts.get(block.firstRun) ?? runs.length }))
  return { ...now, runs, blocks, now, ...(restyled ? { was: old } : {}) }
}
