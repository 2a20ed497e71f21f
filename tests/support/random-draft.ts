/**
 * Random valid drafts for the laws: every role, every list, run-in blocks, labels in all their places, lists that start
 * again, tables, bold and underlined runs, links to problems and to what is none or not there. In normal form: no field without effect, no empty runs, a label line begins
 * its paragraph.
 */
import fc from 'fast-check'
import type { Block, Draft, Run, TableBlock, TableColumnRole, TextBlock } from '../../shared/document/draft.ts'
import { draftKinds, draftSchema, draftSchemaVersion, tableColumnRoles } from '../../shared/document/draft.ts'
import { itemStates } from '../../shared/document/item-record.ts'
import { listStyles } from '../../shared/document/list-style.ts'
import { endPlaces, officialSchema, type Official } from '../../shared/document/official.ts'
import type { TextRole } from '../../shared/document/roles.ts'
import { normaliseRuns } from '../../shared/document/runs.ts'
import { isoDate } from '../../shared/time-limit/calendar.ts'

/** Made of what breaks readers: numbers and labels as plain text, quotes, blanks at the ends, rare and astral characters. */
const pieces = [
  '学习不够深入', '一是', '二是理论联系实际不够。', '（一）', '（三）', '1.', '①', '第一，', '整改措施：', '【整改时限】：', '责任人：', '2023年11月底前完成', '“两个维护”',
  '《条例》', '……', '——', '；', '。', '，', '、', '：', ' ', '\u3000', '\u00a0', 'A', '3个', '85.5%', '<w:t>&amp;"', "'", '𠮷', '😀', '\u0085', '\u200b', '的', '和', '问题1：', '附件：', '_zg_',
]

const lineArbitrary = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) }), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').replace(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed() || '字')

const runArbitrary: fc.Arbitrary<Run> = fc.record({ text: lineArbitrary, look: fc.constantFrom('plain', 'plain', 'plain', 'bold', 'underline', 'both') }).map(({ text, look }) => ({
  text,
  ...(look === 'bold' || look === 'both' ? { bold: true as const } : {}),
  ...(look === 'underline' || look === 'both' ? { underline: true as const } : {}),
}))

const runsArbitrary = fc.array(runArbitrary, { maxLength: 3 }).map(normaliseRuns)

const bodyRoles = ['heading1', 'heading2', 'heading3', 'heading4', 'paragraph', 'problem', 'cause', 'measure', 'timeLimit', 'responsible'] as const satisfies readonly TextRole[]

const labels = ['【整改问题】：', '整改措施：', '整改时限：', '责任人：', '问题', '存在问题', '附件：', ' 说明 ']

type Head = Pick<TextBlock, 'list' | 'start' | 'label' | 'labelAfterNumber' | 'labelLine'>

const headArbitrary = (labelLine: boolean): fc.Arbitrary<Head> => fc.record({
  list: fc.option(fc.constantFrom(...listStyles), { nil: undefined, freq: 2 }),
  start: fc.option(fc.constantFrom(1, 2, 3, 9, 10, 19, 20, 21, 99, 100, 101, 110, 998, 999), { nil: undefined, freq: 6 }),
  label: fc.option(fc.constantFrom(...labels), { nil: undefined, freq: 3 }),
  after: fc.boolean(),
  own: fc.boolean(),
}).map(({ list, start, label, after, own }) => ({
  ...(list === undefined ? {} : { list }),
  ...(list === undefined || start === undefined ? {} : { start }),
  ...(label === undefined ? {} : { label }),
  ...(label !== undefined && list !== undefined && after ? { labelAfterNumber: true as const } : {}),
  ...(label !== undefined && own && labelLine ? { labelLine: true as const } : {}),
}))

const textBlock = (role: TextRole, head: Head, runs: readonly Run[], runIn: boolean): Block =>
  ({ role, id: 'b', ...head, ...(runIn ? { runIn: true as const } : {}), runs }) as Block

const blockArbitrary = (roles: readonly TextRole[], runIn: boolean) =>
  fc.tuple(fc.constantFrom(...roles), headArbitrary(!runIn), runsArbitrary).map(([role, head, runs]) => textBlock(role, head, runs, runIn))

/** A printed paragraph: a block and those run in behind it. */
const paragraphArbitrary = fc.tuple(blockArbitrary(bodyRoles, false), fc.array(blockArbitrary(bodyRoles, true), { maxLength: 3 })).map(([first, rest]) => [first, ...rest])

const plainBlocks = (role: TextRole, most: number) => fc.array(runsArbitrary.map((runs) => textBlock(role, {}, runs, false)), { maxLength: most })

const cellArbitrary = fc.array(fc.oneof(lineArbitrary, fc.constant('')), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

const tableArbitrary: fc.Arbitrary<TableBlock> = fc.record({
  columns: fc.array(fc.constantFrom<TableColumnRole>(...tableColumnRoles), { minLength: 1, maxLength: 7 }),
  height: fc.integer({ min: 1, max: 5 }),
  header: fc.nat(),
}).chain(({ columns, height, header }) =>
  // One row at least tells how many columns there are; a row of one cell spans them.
  fc.tuple(fc.array(cellArbitrary, { minLength: columns.length, maxLength: columns.length }), fc.array(fc.oneof(
    { weight: 4, arbitrary: fc.array(cellArbitrary, { minLength: columns.length, maxLength: columns.length }) },
    { weight: 1, arbitrary: cellArbitrary.map((cell) => [cell]) },
  ), { minLength: height - 1, maxLength: height - 1 }), fc.nat())
    .map(([full, rest, at]) => rest.toSpliced(at % (rest.length + 1), 0, full))
    .map((rows): TableBlock => ({ role: 'table', id: 'b', columns, headerRows: header % (rows.length + 1), rows, ...(header % 3 === 0 ? { landscape: true as const } : {}) })))

const endArbitrary = fc.tuple(
  fc.array(fc.tuple(headArbitrary(false), runsArbitrary).map(([head, runs]) => textBlock('attachment', head, runs, false)), { maxLength: 2 }),
  plainBlocks('signature', 2), plainBlocks('date', 1),
).map((groups) => groups.flat())

const frontArbitrary = fc.tuple(plainBlocks('title', 2), plainBlocks('subtitle', 1), plainBlocks('byline', 1), plainBlocks('addressee', 1)).map((groups) => groups.flat())

const bodyArbitrary = fc.array(fc.oneof(
  { weight: 6, arbitrary: paragraphArbitrary },
  { weight: 1, arbitrary: tableArbitrary.map((table): Block[] => [table]) },
), { minLength: 1, maxLength: 8 }).map((groups) => groups.flat())

const named = (block: Block, index: number, rows: boolean): Block => {
  const id = `b${index + 1}`
  return block.role === 'table' && rows ? { ...block, id, rowIds: block.rows.map((_, row) => `${id}-r${row}`) } : { ...block, id }
}

/** Most causes and measures of a linked draft answer problems, a few what is no problem or is gone. */
function linked(blocks: readonly Block[], picks: readonly number[]): Block[] {
  const problems = blocks.flatMap((block) => (block.role === 'problem' ? [block.id] : []))
  const target = (pick: number) => (problems.length > 0 && pick % 5 > 0 ? problems[pick % problems.length]! : `b${pick % (blocks.length + 3)}`)
  return blocks.map((block, index) => {
    const pick = picks[index % Math.max(1, picks.length)]
    if ((block.role !== 'cause' && block.role !== 'measure') || pick === undefined || pick % 4 === 0) return block
    return { ...block, answers: [...new Set(pick % 3 === 0 ? [target(pick), target(pick >> 3)] : [target(pick)])] }
  })
}

const recordArbitrary = fc.record({ at: fc.nat(), state: fc.constantFrom(...itemStates), progress: fc.array(lineArbitrary, { minLength: 1, maxLength: 2 }) })

const wordArbitrary = (most: number) => lineArbitrary.map((text) => text.slice(0, most).toWellFormed())
const dateArbitrary = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, day]) => isoDate(year, month, day))
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** What is undefined is left out. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
}

const markArbitrary = fc.oneof(wordArbitrary(60), fc.constantFrom('文件', '测试区档案局文件', '测试区财政局', '中共测试区委办公室文件'))

export const officialArbitrary: fc.Arbitrary<Official> = fc.record({
  copyNumber: some(wordArbitrary(10)), urgency: some(fc.oneof(wordArbitrary(10), fc.constantFrom('特急', '加急'))),
  head: some(fc.record({ marks: fc.array(markArbitrary, { maxLength: 4 }), documentNumber: some(wordArbitrary(60)), signers: some(fc.array(fc.oneof(wordArbitrary(30), fc.constantFrom('甲某', '乙某某')), { maxLength: 5 })) }).map(given)),
  end: some(fc.record({ place: fc.constantFrom(...endPlaces), post: some(wordArbitrary(40)) }).map(given)),
  remark: some(fc.oneof(wordArbitrary(200), fc.constant('（此件公开发布）'))),
  colophon: some(fc.record({ copies: some(fc.oneof(wordArbitrary(300), fc.constant('区委办公室。'))), printer: some(wordArbitrary(60)), printedOn: some(dateArbitrary) }).map(given)),
}).map((value) => officialSchema.parse(given(value)))

export const draftArbitrary: fc.Arbitrary<Draft> = fc.record({
  front: frontArbitrary, body: bodyArbitrary, end: endArbitrary, kind: fc.constantFrom(...draftKinds), rows: fc.boolean(), told: fc.array(recordArbitrary, { maxLength: 2 }),
  official: some(officialArbitrary), classification: some(fc.oneof(wordArbitrary(20), fc.constant('机密★1年'))),
  links: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }) }),
}).map(({ front, body, end, kind, rows, told, official, classification, links }) => {
  const blocks = linked([...front, ...body, ...end].map((block, index) => named(block, index, rows)), links)
  const records = told.map(({ at, state, progress }, index) => ({ item: blocks[(at + index) % blocks.length]!.id, state, progress: progress.join('\n') }))
  return draftSchema.parse({
    schemaVersion: draftSchemaVersion, id: 'draft', kind, title: '随机文稿', meta: given({ classification }), layout: 'gb33476', blocks, ...(records.length > 0 ? { records } : {}), ...given({ official }),
  })
})
