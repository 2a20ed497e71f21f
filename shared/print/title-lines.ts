/**
 * A title over several lines: 词意完整、排列对称、长短适宜, in the shape of a trapezium or a diamond
 * (GB/T 9704-2012 §7.3.1). Every way to part the title at its atoms is weighed; the cheapest is taken.
 */
import { spacedTextWidth } from './text-width.ts'
import { atomText, titleAtoms, type TitleAtom } from './title-atoms.ts'

/** Beyond this a title is a mistake: it is filled line by line, without weighing. */
const mostLinesWeighed = 4
const mostAtomsWeighed = 60

const yearNumber = /年度?$/u

/** What a break between two atoms costs; below zero is a good place. */
function breakCost(before: TitleAtom, after: TitleAtom): number {
  const left = before.at(-1)!
  const right = after[0]!
  let cost = 0
  if (left.kind === 'unknown' && right.kind === 'unknown') cost += 14
  else if (left.kind === 'unknown' || right.kind === 'unknown') cost += 5
  else cost += 2
  if (left.kind === 'organ') cost += right.kind === 'organ' ? 4 : -8
  if (left.kind === 'leading') cost += 16
  if (left.kind === 'post' && right.kind === 'unknown') cost += 8
  if (left.kind === 'number') cost += yearNumber.test(left.text) ? 10 : 8
  if (right.kind === 'leading') cost -= 8
  if (right.kind === 'number' && yearNumber.test(right.text)) cost -= 5
  if (left.kind === 'quoted' || right.kind === 'quoted') cost -= 2
  if (/[、，；：）】]$/u.test(left.text)) cost -= 8
  else if (/的$/u.test(left.text)) cost -= 7
  else if (/[和与及]$/u.test(left.text)) cost += 5
  return cost
}

function shapeCost(widths: readonly number[]): number {
  const ideal = widths.reduce((sum, width) => sum + width, 0) / widths.length
  let cost = widths.reduce((sum, width) => sum + ((width - ideal) / ideal) ** 2, 0) * 30
  widths.forEach((width, index) => {
    if (width < 4) cost += 8
    const above = widths[index - 1]
    const below = widths[index + 1]
    // Narrow in the middle is the one shape the standard does not allow.
    if (above !== undefined && below !== undefined && width < above && width < below) cost += 15
  })
  return cost + (widths.length - 1) * 10
}

interface Parting {
  readonly cuts: readonly number[]
  readonly cost: number
}

function cheapestParting(atoms: readonly TitleAtom[], lines: number, widest: number): Parting | undefined {
  const offsets = [0]
  for (const atom of atoms) offsets.push(offsets.at(-1)! + atomText(atom).length)
  const title = atoms.map(atomText).join('')
  const known = new Map<number, number>()
  const width = (from: number, to: number): number => {
    const key = from * (atoms.length + 1) + to
    const found = known.get(key) ?? spacedTextWidth(title.slice(offsets[from], offsets[to]))
    known.set(key, found)
    return found
  }
  let best: Parting | undefined
  const cuts: number[] = []
  const widths: number[] = []
  const tryFrom = (from: number, left: number, cost: number): void => {
    if (left === 1) {
      const last = width(from, atoms.length)
      if (last > widest) return
      const total = cost + shapeCost([...widths, last])
      if (best === undefined || total < best.cost) best = { cuts: [...cuts], cost: total }
      return
    }
    for (let to = from + 1; to <= atoms.length - left + 1 && width(from, to) <= widest; to += 1) {
      if (width(to, atoms.length) > widest * (left - 1)) continue
      cuts.push(to)
      widths.push(width(from, to))
      tryFrom(to, left - 1, cost + breakCost(atoms[to - 1]!, atoms[to]!))
      cuts.pop()
      widths.pop()
    }
  }
  tryFrom(0, lines, 0)
  return best
}

function filled(atoms: readonly TitleAtom[], widest: number): string[] {
  const lines: string[] = []
  for (const atom of atoms) {
    const text = atomText(atom)
    const last = lines.at(-1)
    if (last !== undefined && spacedTextWidth(last + text) <= widest) lines[lines.length - 1] = last + text
    else lines.push(text)
  }
  return lines
}

/**
 * @param widest characters of the title's own type that a line holds.
 * @returns the lines; joined they are the title. One line where it fits on one.
 */
export function titleLines(title: string, widest: number): string[] {
  const width = spacedTextWidth(title)
  if (width <= widest) return [title]
  const atoms = titleAtoms(title, widest)
  const fewest = Math.ceil(width / widest)
  if (fewest > mostLinesWeighed || atoms.length > mostAtomsWeighed) return filled(atoms, widest)
  const partings = [fewest, fewest + 1, fewest + 2].flatMap((lines) => cheapestParting(atoms, lines, widest) ?? [])
  const best = partings.reduce<Parting | undefined>((cheapest, one) => (cheapest === undefined || one.cost < cheapest.cost ? one : cheapest), undefined)
  if (best === undefined) return filled(atoms, widest)
  const bounds = [0, ...best.cuts, atoms.length]
  return bounds.slice(0, -1).map((from, index) => atoms.slice(from, bounds[index + 1]).map(atomText).join(''))
}
