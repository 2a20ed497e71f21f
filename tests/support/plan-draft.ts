/** Small plans for tests of gestures: blocks told by role and text, ids b0, b1, … in order. */
import type { Block, Draft } from '../../shared/document/draft.ts'

export type Shape = Partial<Exclude<Block, { role: 'table' }>> & { readonly role: Exclude<Block['role'], 'table'>; readonly text: string }

export function draftOf(...shapes: readonly Shape[]): Draft {
  const blocks = shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: text === '' ? [] : [{ text }], ...shape }) as Block)
  return { schemaVersion: 4, id: 'd', kind: 'team-plan', title: '', meta: {}, layout: 'gb33476', blocks }
}
