/** Random drafts with 待填项 at every edge: alone, at both ends of a block, side by side, bold, in titles and in cells. */
import fc from 'fast-check'
import type { Block, Draft, Run } from '../../shared/document/draft.ts'
import { normaliseRuns } from '../../shared/document/runs.ts'
import { draftArbitrary } from './random-draft.ts'

const keys = ['单位全称', '书记姓名', '会议日期', '年份', '责任人2', '本地叫法（一）', '待填内容']

/** Shown as `[key]`; now and then as another hand wrote it. */
const placeholderArbitrary: fc.Arbitrary<Run> = fc.record({ key: fc.constantFrom(...keys), bold: fc.boolean(), underline: fc.boolean(), odd: fc.nat(9) }).map(({ key, bold, underline, odd }) => ({
  text: odd === 0 ? `××${key.length}` : `[${key}]`, ...(bold ? { bold: true as const } : {}), ...(underline ? { underline: true as const } : {}), placeholder: key,
}))

type Put = 'none' | 'alone' | 'start' | 'end' | 'both' | 'between' | 'pair'
const putArbitrary = fc.constantFrom<Put>('none', 'none', 'alone', 'start', 'end', 'both', 'between', 'pair')

function withPlaceholders(block: Block, put: Put, first: Run, second: Run): Block {
  if (put === 'none') return block
  if (block.role === 'table') return { ...block, rows: block.rows.map((row, index) => (index === 0 ? row.map((cell, column) => (column === 0 ? `${cell}[${first.placeholder}]` : cell)) : row)) }
  const { runs } = block
  const next = put === 'alone' ? [first] : put === 'start' ? [first, ...runs] : put === 'end' ? [...runs, first] : put === 'both' ? [first, ...runs, second] : put === 'pair' ? [...runs, first, second, ...runs] : [...runs, first, ...runs]
  return { ...block, runs: normaliseRuns(next) }
}

export const placeholderDraftArbitrary: fc.Arbitrary<Draft> = fc.tuple(draftArbitrary, fc.array(fc.tuple(putArbitrary, placeholderArbitrary, placeholderArbitrary), { minLength: 1, maxLength: 12 }))
  .map(([draft, puts]) => ({ ...draft, blocks: draft.blocks.map((block, index) => { const [put, first, second] = puts[index % puts.length]!; return withPlaceholders(block, put, first, second) }) }))
