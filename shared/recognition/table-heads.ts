/** What the columns of a table hold, by the words of its head. */
import type { TableColumnRole } from '../document/draft.ts'
import { labelRole } from '../document/label-words.ts'

/** Heads that are no label word as a whole, by what they end with: 审计查出问题, 拟采取措施, 县级牵头领导. */
const columnEndings: readonly (readonly [RegExp, TableColumnRole])[] = [
  [/问题$/u, 'problem'],
  [/(?:原因|根源)$/u, 'cause'],
  [/(?:措施|举措)$/u, 'measure'],
  [/(?:时限|期限|完成时间|整改时间)$/u, 'timeLimit'],
  [/(?:责任|牵头|配合|分管|承办|落实).{0,2}(?:领导|人|单位|部门|科室|股室|处室)$/u, 'responsible'],
]

/** What a column holds, by the words of its head. */
export function columnRole(head: string): TableColumnRole | undefined {
  const word = head.replace(/[\s（(].*$/u, '').replaceAll(/\s/gu, '')
  if (/^(?:序号|编号|序|项次|条目)$/u.test(word)) return 'number'
  if (/^(?:类别|方面|领域|项目|问题类别|问题类型|类型|问题分类|所属方面|整改类别|问题方面)$/u.test(word)) return 'category'
  const parts = word.split(/[、和及与/]/u)
  for (const part of [word, ...parts]) {
    const role = labelRole(part)
    if (role === 'other') return 'other'
    if (role !== undefined) return role
  }
  if (/(?:完成|销号|进展|成效|佐证|备注|目标|结果|状态|级别|来源|标准)/u.test(word) && word.length <= 8) return 'other'
  return word.length <= 10 ? columnEndings.find(([ending]) => ending.test(word))?.[1] : undefined
}

/** The columns of a head row; undefined where its words are not those of such a table. */
export function columnsOf(heads: readonly string[]): TableColumnRole[] | undefined {
  const roles = heads.map((head) => columnRole(head.trim()))
  const known = roles.filter((role) => role !== undefined && role !== 'other').length
  return heads.length >= 3 && known >= 2 && known >= heads.length / 2 && roles.some((role) => role === 'problem' || role === 'measure')
    ? roles.map((role) => role ?? 'other')
    : undefined
}

export function tableColumns(rows: readonly (readonly string[])[], headerRows: number): TableColumnRole[] {
  const width = Math.max(...rows.map((row) => row.length))
  const heads = headerRows > 0 ? rows[0]! : []
  return Array.from({ length: width }, (_, index) => columnRole((heads[index] ?? '').trim()) ?? 'other')
}
