/** What stands around the text or only beside it: headers, footers, watermarks, diagrams. Told of, never taken in. */
import type { Parts } from './package-relations.ts'
import { looseText, readDrawing } from './read-drawing.ts'
import type { Tally } from './reading-tally.ts'
import { startTally } from './reading-tally.ts'
import type { XmlElement } from './xml-tree.ts'

const damage = (tally: Tally) => (part: string) => tally.add('damagedPart', 1, part)

function holdsNumber(element: XmlElement): boolean {
  return (element.name === 'w:instrText' && /\bPAGE\b/iu.test(element.text)) || (element.name === 'w:fldSimple' && /\bPAGE\b/iu.test(element.attributes['instr'] ?? '')) || element.name === 'w:pgNum' || element.children.some(holdsNumber)
}

/** Headers and footers with anything in them, with their first words. */
export async function tellMargins(parts: Parts, tally: Tally): Promise<void> {
  const seen = new Set<string>()
  for (const { type, target } of parts.relationships) {
    if ((type !== 'header' && type !== 'footer') || seen.has(target)) continue
    seen.add(target)
    const root = await parts.at(target, damage(tally))
    if (root === undefined) continue
    const text = looseText(root)
    // Pictures and boxes of a margin are part of it; of its drawings only watermarks are told apart.
    readDrawing(root, { ...startTally(), add: (kind, count, detail) => { if (kind === 'watermark') tally.add(kind, count, detail) } }, new Set())
    if (text !== '' || holdsNumber(root)) tally.add('header', 1, /^[\s\d—–-]*$/u.test(text) ? '' : text)
  }
}

/** The words of the diagrams and charts met. @param pictured their relationships. */
export async function tellDiagrams(parts: Parts, pictured: ReadonlySet<string>, tally: Tally): Promise<void> {
  for (const id of pictured) {
    const target = parts.relationships.find((one) => one.id === id)?.target
    const root = target === undefined ? undefined : await parts.at(target, damage(tally))
    const text = root && looseText(root)
    if (text) tally.add('diagram', 0, text)
  }
}
