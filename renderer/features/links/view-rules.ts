/** Small rules of the view: what a card lacks, and where the arrow keys go. */
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import type { Links } from '../../../shared/document/links.ts'
import { linkText } from '../../text/links.ts'
import { otherEnd, type LinkModel } from './link-model.ts'
import type { Shown } from './links-bar.tsx'

/** What the entry has no counterpart for among what is shown; undefined where it lacks nothing. */
export function looseWords(entry: LinkEntry, links: Links, shown: Shown): string | undefined {
  if (entry.role !== 'problem') return links.withoutProblem.includes(entry.id) ? linkText.loose : undefined
  const measure = shown !== 'cause' && links.withoutMeasure.includes(entry.id)
  const cause = shown !== 'measure' && links.withoutCause.includes(entry.id)
  if (measure && cause) return linkText.looseBoth
  if (measure) return shown === 'all' && links.causes.length > 0 ? linkText.looseMeasure : linkText.loose
  if (cause) return shown === 'all' ? linkText.looseCause : linkText.loose
  return undefined
}

/** The card an arrow key, Home or End goes to from one; undefined for other keys and at the ends. */
export function nextCard(key: string, id: string, problems: readonly LinkEntry[], answers: readonly LinkEntry[], model: LinkModel): string | undefined {
  const onLeft = problems.some((entry) => entry.id === id)
  const own = onLeft ? problems : answers
  const at = own.findIndex((entry) => entry.id === id)
  switch (key) {
    case 'ArrowDown': return own[at + 1]?.id
    case 'ArrowUp': return own[at - 1]?.id
    case 'Home': return own[0]?.id
    case 'End': return own.at(-1)?.id
    case 'ArrowLeft': case 'ArrowRight': {
      if (onLeft === (key === 'ArrowLeft')) return undefined
      const other = onLeft ? answers : problems
      const linked = [...model.linksOf.get(id) ?? [], ...model.suggestionsOf.get(id) ?? []].map((pair) => otherEnd(pair, id)).find((end) => other.some((entry) => entry.id === end))
      return linked ?? other[Math.min(Math.round((at / Math.max(1, own.length - 1)) * (other.length - 1)), other.length - 1)]?.id
    }
    default: return undefined
  }
}
