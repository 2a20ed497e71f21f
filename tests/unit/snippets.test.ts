/** 素材: what is taken, proposed, found and changed, by rule. */
import { describe, expect, it } from 'vitest'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { aspectAt, aspectName, aspectOfRow, sameAspect } from '../../shared/snippets/aspect-at.ts'
import { addLines, joinBefore, roleAt, splitAt, withCell, withText } from '../../shared/snippets/edit-snippet.ts'
import { insertBlocks } from '../../shared/snippets/insert-blocks.ts'
import { proposeSnippet, snippetName } from '../../shared/snippets/propose.ts'
import { queryWords, readySnippet, sameWords, searchSnippets, wordPlaces, type SnippetFacts, type SnippetQuery } from '../../shared/snippets/search-snippets.ts'
import { isPiece, selectionBlocks, type SnippetSelection } from '../../shared/snippets/selection-blocks.ts'
import { draftOfText } from '../support/invented-papers.ts'

const paper: Draft = {
  ...draftOfText('题'), kind: 'self-examination', title: '青禾县水务局党组对照检查材料', notes: [{ id: 'n', kind: 'comment', blockId: 'p1', text: '核实' }], records: [{ item: 'p1', state: 'under-way' }],
  blocks: [
    { role: 'title', id: 't', runs: [{ text: '青禾县水务局党组对照检查材料' }] },
    { role: 'heading1', id: 'h1', list: '一、', runs: [{ text: '存在的主要问题' }] },
    { role: 'heading2', id: 'h2', list: '（一）', runs: [{ text: '理论学习方面存在的问题' }] },
    { role: 'paragraph', id: 'p0', runs: [{ text: '近期主要表现在：' }] },
    { role: 'problem', id: 'p1', list: '一是', start: 3, runIn: true, runs: [{ text: '学习' }, { text: '不系统', bold: true }, { text: '，由' }, { text: '[书记姓名]', placeholder: '书记姓名' }, { text: '牵头；' }] },
    { role: 'problem', id: 'p2', list: '一是', runIn: true, runs: [{ text: '研讨不深入。' }] },
    { role: 'heading2', id: 'h3', list: '（一）', runs: [{ text: '担当作为' }] },
    { role: 'problem', id: 'p3', list: '一是', runs: [{ text: '攻坚劲头不足。' }] },
    { role: 'heading1', id: 'h4', list: '一、', runs: [{ text: '下一步整改措施' }] },
    { role: 'heading2', id: 'h5', list: '（一）', runs: [{ text: '廉洁自律方面' }] },
    { role: 'measure', id: 'm1', list: '1.', label: '整改措施：', answers: ['p1', 'p3'], runs: [{ text: '每季度约谈一次。' }] },
    { role: 'measure', id: 'm2', list: '1.', answers: ['p1'], runs: [{ text: '每半年检查一次。' }] },
    { role: 'paragraph', id: 'p4', runs: [{ text: '坚持常抓不懈。' }] },
    { role: 'table', id: 'x', columns: ['number', 'category', 'problem', 'measure'], headerRows: 1, rowIds: ['r0', 'r1', 'r2'], rows: [['序号', '类别', '问题', '措施'], ['1', '工作作风方面', '调研浅', '多下去\n少开会'], ['2', '', '文山多', '精简']] },
  ],
}
let next = 0
const newId = () => `n${(next += 1)}`
const take = (selection: SnippetSelection) => selectionBlocks(paper.blocks, selection, newId)
const text = (first: number, from: number, last: number, to: number): SnippetSelection => ({ kind: 'text', first, from, last, to })
const bare = (blocks: readonly Block[]) => blocks.map(({ id: _id, ...rest }) => rest)

describe('Q1 a snippet of a selection', () => {
  it('Q1 keeps formats, roles, lists, labels and placeholders; ids are its own; the first begins', () => {
    const blocks = take(text(4, 0, 5, 6))
    expect(bare(blocks)).toEqual([
      { role: 'problem', list: '一是', runs: (paper.blocks[4] as { runs: unknown }).runs },
      { role: 'problem', list: '一是', runIn: true, runs: [{ text: '研讨不深入。' }] },
    ])
    expect(blocks.every(({ id }) => id.startsWith('n'))).toBe(true)
  })
  it('Q1 links among what was taken follow, links to what was not are gone', () => {
    const blocks = take(text(4, 0, 11, 8))
    const problem = blocks.find((block) => block.role === 'problem')!
    expect(blocks.filter((block) => block.role === 'measure').map((block) => 'answers' in block && block.answers)).toEqual([[problem.id, blocks.find((block) => block.role === 'problem' && block.runs[0]?.text.startsWith('攻坚'))!.id], [problem.id]])
    expect(bare(take(text(10, 0, 11, 8))).map((block) => 'answers' in block)).toEqual([false, false])
  })
  it('Q1 words of a sentence are a piece for a sentence; what is cut of a placeholder is text', () => {
    const piece = take(text(4, 2, 4, 5))
    expect(bare(piece)).toEqual([{ role: 'paragraph', runIn: true, runs: [{ text: '不系统', bold: true }] }])
    expect(isPiece(piece)).toBe(true)
    expect(bare(take(text(4, 5, 4, 10)))[0]).toMatchObject({ runs: [{ text: '，由' }, { text: '[书记' }] })
    expect(bare(take(text(4, 6, 4, 13)))[0]).toMatchObject({ runs: [{ text: '由' }, { text: '[书记姓名]', placeholder: '书记姓名' }] })
    expect(isPiece(take(text(12, 0, 12, 7)))).toBe(false)
  })
  it('Q1 blocks cut at the ends keep role and list; a label stands before the first word only; blocks with no word of theirs stay out', () => {
    expect(printLines(take(text(10, 3, 11, 3)))).toEqual(['1.约谈一次。', '2.每半年'])
    expect(printLines(take(text(9, 6, 11, 0)))).toEqual(['整改措施：1.每季度约谈一次。'])
    expect(take(text(9, 6, 9, 6))).toEqual([])
  })
  it('Q1 rows and columns of a table, words of a cell, a whole table without ids of its rows', () => {
    expect(bare(take({ kind: 'cells', table: 13, rows: { from: 1, to: 3 }, columns: { from: 2, to: 4 } }))).toEqual([{ role: 'table', columns: ['problem', 'measure'], headerRows: 0, rows: [['调研浅', '多下去\n少开会'], ['文山多', '精简']] }])
    expect(bare(take({ kind: 'words', table: 13, row: 1, column: 3, from: 1, to: 5 }))).toEqual([{ role: 'paragraph', runs: [{ text: '下去' }] }, { role: 'paragraph', runs: [{ text: '少' }] }])
    expect(take(text(12, 0, 13, 0))[1]).not.toHaveProperty('rowIds')
  })
})

describe('Q2 what is proposed', () => {
  const propose = (selection: SnippetSelection) => proposeSnippet(paper, selection, take(selection))
  it('Q2 role and 方面 from where it stands, source from the draft, name from its first words', () => {
    expect(propose(text(4, 0, 5, 6))).toEqual({ title: '学习不系统，由[书记姓名]牵头', aspect: '理论学习', role: 'problem', source: '青禾县水务局党组对照检查材料' })
    expect(propose(text(4, 2, 4, 5))).toMatchObject({ title: '不系统', aspect: '理论学习', role: 'problem' })
    expect(propose(text(7, 0, 7, 7))).toMatchObject({ aspect: '担当作为', role: 'problem' })
    expect(propose(text(10, 0, 12, 7))).toMatchObject({ aspect: '廉洁自律', role: 'measure' })
    // Words without a role have that of their part.
    expect(propose(text(12, 0, 12, 7))).toMatchObject({ aspect: '廉洁自律', role: 'measure' })
    expect(propose(text(3, 0, 3, 8)).role).toBe('problem')
    expect(propose(text(5, 0, 10, 8)).role).toBe('other')
    expect(propose(text(0, 0, 0, 5))).toMatchObject({ aspect: '', role: 'other' })
    expect(propose({ kind: 'words', table: 13, row: 2, column: 2, from: 0, to: 3 })).toMatchObject({ title: '文山多', aspect: '工作作风', role: 'problem' })
    expect(propose({ kind: 'cells', table: 13, rows: { from: 1, to: 3 }, columns: { from: 0, to: 4 } })).toMatchObject({ role: 'other', aspect: '工作作风' })
  })
  it('Q2 a 方面 is named without what stands around it', () => {
    for (const heading of ['理论学习方面', '（一）理论学习方面。', '在理论学习方面存在的突出问题', '对照“理论学习”方面', '理论学习', '理论学习上']) expect(aspectName(heading)).toBe('理论学习')
    expect(sameAspect('理论学习方面', '理论学习')).toBe(true)
    expect(sameAspect('', '')).toBe(false)
    expect(aspectAt(paper.blocks, 1)).toBe('')
    expect(aspectAt([], -1)).toBe('')
    expect(aspectOfRow(paper.blocks[13] as Extract<Block, { role: 'table' }>, 2)).toBe('工作作风')
  })
  it('Q2 the name is never empty and never long', () => {
    const name = (words: string) => snippetName([{ role: 'paragraph', id: 'a', runs: words === '' ? [] : [{ text: words }] }, { role: 'paragraph', id: 'b', runs: [{ text: '第二段。' }] }])
    expect(name('')).toBe('第二段')
    expect(name('。')).toBe('。')
    expect([...name('长'.repeat(80))]).toHaveLength(30)
    expect(name(`${'甲'.repeat(28)}😀😀😀`).isWellFormed()).toBe(true)
  })
})

const facts = (id: string, more: Partial<SnippetFacts>): SnippetFacts => ({ id, title: '名', aspect: '', role: 'other', tags: [], source: '', text: '', updatedAt: 1, ...more })
const all = [
  facts('a', { title: '集中学习', aspect: '理论学习', tags: ['制度'], text: '每月集中学习1次，落实“三会一课”。' }),
  facts('b', { title: '下沉调研', aspect: '工作作风', tags: ['基层'], text: '每季度到基层调研，重点了解银行网点。', source: '《水务局方案》' }),
  facts('c', { title: 'ＧＤＰ核算', text: '按ＧＤＰ考核；集中整治。' }),
].map(readySnippet)
const find = (query: string, more: Partial<SnippetQuery> = {}) => searchSnippets(all, { query, aspect: null, role: null, tag: null, near: '', ...more }, () => 0).found.map(({ id }) => id)

describe('Q3 Q4 search', () => {
  it('Q3 words of two characters, full and half width, several in any order', () => {
    expect(find('集中')).toEqual(['a', 'c'])
    expect(find('学习 三会')).toEqual(['a'])
    expect(find('三会　学习')).toEqual(['a'])
    expect(find('gdp')).toEqual(['c'])
    expect(find('水务')).toEqual(['b'])
    expect(find('集中 基层')).toEqual([])
    expect(find('“三会一课”')).toEqual(['a'])
    expect(queryWords(' A，b、c ')).toEqual(['a', 'b', 'c'])
  })
  it('Q3 first letters of the pinyin: two in names, three and more anywhere, characters of two readings by either', () => {
    expect(find('jzxx')).toEqual(['a'])
    expect(find('dy')).toEqual(['b'])
    expect(find('td')).toEqual([])
    expect(find('yhwd')).toEqual(['b'])
    expect(find('yxwd')).toEqual(['b'])
    expect(find('llxx 落实')).toEqual(['a'])
  })
  it('Q4 the title before the names, the names before the text, words before letters', () => {
    const rows = [facts('text', { text: '说到作风。' }), facts('tag', { tags: ['作风'] }), facts('title', { title: '改作风' }), facts('first', { title: '作风要硬' }), facts('letters', { title: '主风zf' })].map(readySnippet)
    expect(searchSnippets(rows, { query: '作风', aspect: null, role: null, tag: null, near: '', }, () => 0).found.map(({ id }) => id)).toEqual(['first', 'tag', 'title', 'text'])
  })
  it('Q3 the words found are marked; the same words are the same whatever stands between', () => {
    expect(wordPlaces('学习再学习，GDP', '学习 gdp')).toEqual([{ from: 0, to: 2 }, { from: 3, to: 5 }, { from: 6, to: 9 }])
    expect(wordPlaces('甲', '')).toEqual([])
    expect(sameWords('１.甲 乙\n丙')).toBe(sameWords('1.甲乙丙'))
  })
})

describe('Q16 changing the text of a snippet', () => {
  const block = paper.blocks[4] as Extract<Block, { role: 'problem' }>
  it('Q16 keeps formats and placeholders beside what is typed; one typed in full is one, one typed into is text', () => {
    expect(withText(block, '学习很不系统，由[书记姓名]牵头；').runs).toEqual([{ text: '学习很' }, { text: '不系统', bold: true }, { text: '，由' }, { text: '[书记姓名]', placeholder: '书记姓名' }, { text: '牵头；' }])
    expect(withText(block, '学习不系统，由[书记姓]牵头；').runs.some((run) => run.placeholder !== undefined)).toBe(false)
    expect(withText({ role: 'measure', id: 'm', runs: [] }, '由[责任人]办[不认识的]').runs).toEqual([{ text: '由' }, { text: '[责任人]', placeholder: '责任人' }, { text: '办[不认识的]' }])
    expect(withText(block, '').runs).toEqual([])
    expect(withText({ role: 'measure', id: 'm', runs: [{ text: '😀', bold: true }] }, '😁').runs.map((run) => run.text).join('')).toBe('😁')
  })
  it('Q16 blocks are cut, joined, added and given another role; cells keep their lines', () => {
    const blocks = [paper.blocks[10]!]
    const cut = splitAt(blocks, 0, 3, newId)
    expect(printLines(cut)).toEqual(['整改措施：1.每季度', '2.约谈一次。'])
    expect(printLines(joinBefore(cut, 1))).toEqual(printLines(blocks))
    expect(printLines(addLines(blocks, 0, ['甲', '乙'], newId))).toEqual(['整改措施：1.每季度约谈一次。', '2.甲', '3.乙'])
    expect(roleAt(cut, 1, 'paragraph')[1]).toMatchObject({ role: 'paragraph', runs: [{ text: '约谈一次。' }] })
    expect(withCell(paper.blocks[13] as Extract<Block, { role: 'table' }>, 1, 3, '甲\n乙\t丙').rows[1]![3]).toBe('甲\n乙　丙')
  })
})

describe('Q5 lists that run on', () => {
  it('Q5 a count through the whole paper runs on over what was put in', () => {
    const problem = (id: string, more: object = {}): Block => ({ role: 'problem', id, list: '1.', runs: [{ text: id }], ...more })
    const heading = (id: string): Block => ({ role: 'heading1', id, list: '一、', runs: [{ text: id }] })
    const running = [heading('甲'), problem('a'), problem('b'), heading('乙'), problem('c', { start: 3 }), problem('d')]
    const { blocks } = insertBlocks(running, { target: 2 }, [problem('新', { start: 9 })], newId)
    expect(printLines(blocks)).toEqual(['一、甲', '1.a', '2.新', '3.b', '二、乙', '4.c', '5.d'])
  })
})
