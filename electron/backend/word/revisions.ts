/** Tracked changes: which text there is when they are accepted, and which there was before they were made. */
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { childOf, type XmlElement } from './xml-tree.ts'

export type { RevisionView }

const inserting: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo'])
const deleting: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom'])

export type Change = 'inserted' | 'deleted'

/** What an element that wraps changed text did. */
export function changeOf(name: string): Change | undefined {
  return inserting.has(name) ? 'inserted' : deleting.has(name) ? 'deleted' : undefined
}

export const isGone = (change: Change, view: RevisionView) => (change === 'deleted') === (view === 'accepted')

/** What was done to the end of a paragraph, or to a row, by the marks in its properties. */
export function changesIn(marks: XmlElement | undefined): readonly Change[] {
  return marks === undefined ? [] : marks.children.flatMap((one) => changeOf(one.name) ?? [])
}

/** The properties as the view has them: `change` names the element that holds the former ones. */
export function propertiesIn(element: XmlElement, name: string, view: RevisionView): XmlElement | undefined {
  const now = childOf(element, name)
  return view === 'accepted' ? now : childOf(now, `${name}Change`, name) ?? now
}
