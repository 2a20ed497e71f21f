/** What a label says and how it is dressed: 【整改措施】：, 整改措施：, or another way of writing it. */
import type { ListStyle } from '../list-style.ts'
import type { RecordRole } from '../roles.ts'

export type LabelDress = 'bracketed' | 'plain'

export interface WornLabel {
  /** The writer's own word, never changed. */
  readonly word: string
  readonly dress: LabelDress | 'other'
}

const longestLabel = 60
const marks = '【】\\[\\]［］〔〕「」（）()：:'
const bracketed = new RegExp(`^[【\\[［〔「（(]\\s*([^${marks}]+?)\\s*[】\\]］〕」）)]\\s*[：:]?$`, 'u')
const plain = new RegExp(`^([^${marks}]+?)\\s*[：:]?$`, 'u')

export function dressLabel(word: string, dress: LabelDress): string {
  return dress === 'bracketed' ? `【${word}】：` : `${word}：`
}

/** Word and dress of a label. Undefined where it cannot be dressed anew: a bracket that closes in the text (“（责任人：”), no word, no room. */
export function readLabel(label: string): WornLabel | undefined {
  const trimmed = label.trim()
  const word = (bracketed.exec(trimmed) ?? plain.exec(trimmed))?.[1]?.trim()
  if (word === undefined || word === '' || dressLabel(word, 'bracketed').length > longestLabel) return undefined
  const dress = (['bracketed', 'plain'] as const).find((one) => label === dressLabel(word, one))
  return { word, dress: dress ?? 'other' }
}

/** The words these papers use where the writer has none of his own yet. */
export const usualWords: Readonly<Record<RecordRole, string>> = {
  problem: '整改问题', cause: '原因剖析', measure: '整改措施', timeLimit: '整改时限', responsible: '责任人',
}

/** Words that say no more than that somebody is responsible; any other (责任领导, 责任科室) tells who, and must not be lost. */
const genericResponsible: ReadonlySet<string> = new Set(['责任人', '责任', '责任人员', '责任者', '整改责任人', '整改责任', '负责人'])

/** Whether the label alone says which kind of responsible the block names. */
export function tellsKind(role: RecordRole, word: string): boolean {
  return role === 'responsible' && !genericResponsible.has(word)
}

/** Whether label and number are one: “问题1：”. */
export function carriesNumber(block: { readonly list?: ListStyle }): boolean {
  return block.list === '1：' || block.list === '一：'
}
