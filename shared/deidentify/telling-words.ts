/** Whether a name or a line of guidance that goes along with a template tells of the unit. */
import { draftSchemaVersion, type Draft } from '../document/draft.ts'
import { standardLayoutId } from '../print/layout-names.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { findIdentifying } from './find-identifying.ts'
import type { Finding, FindingKind } from './finding.ts'

/** A year or a count in a name tells of no unit. */
const tellingKinds: ReadonlySet<FindingKind> = new Set<FindingKind>(['unit', 'trade', 'person', 'place', 'contact', 'fileNumber', 'fileName', 'inspection', 'own'])

/** Plain lines as a draft, for what reads drafts. @param ids of the blocks, one for each line. */
export function draftOfLines(lines: readonly string[], ids: (index: number) => string = (index) => `line ${index}`): Draft {
  const blocks = lines.map((line, index) => ({ role: 'paragraph' as const, id: ids(index), runs: line === '' ? [] : [{ text: line }] }))
  return { schemaVersion: draftSchemaVersion, id: 'lines', kind: 'other', title: '', meta: {}, layout: standardLayoutId, blocks: blocks.length === 0 ? [{ role: 'paragraph', id: 'none', runs: [] }] : blocks }
}

/** The words of a short text that tell of the unit: what is surely found in it, and what the paper has replaced. Each once. */
export function wordsTelling(text: string, replaced: readonly Finding[], profile: UnitProfile): string[] {
  const lines = text.split(/\n/u).filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  const found = findIdentifying(draftOfLines(lines), profile).filter(({ kind, sure }) => sure && tellingKinds.has(kind)).map((one) => one.text)
  const same = replaced.filter((one) => tellingKinds.has(one.kind) && one.text.length >= 2 && text.includes(one.text)).map((one) => one.text)
  return [...new Set([...found, ...same])]
}
