/** Old Word files, made once by LibreOffice of the papers in old-word-papers.ts: nothing else here writes them. */
import { readFileSync } from 'node:fs'
import { lines, type ForeignCase } from './foreign-case.ts'

export const docFixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/foreign/${name}.doc`, import.meta.url)))

const numbersText = lines(
  '作风建设整改方案', '一、存在的问题', '（一）学习方面', '1.学习不够“深入”——流于形式……', '2. 2023年以来研究不多', '（二）工作方面', '1.又从一起', '没有编号的一段', '二、整改措施', '③圈号', '④又一圈号', '符号', '第一项有前后字')

/** As WPS leaves it: its name inside, the last sector short. */
function asWps(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  copy.write('WPS Office\0\0\0\0', copy.indexOf('Microsoft Word'), 'latin1')
  return new Uint8Array(copy.subarray(0, copy.length - 8))
}

export const docCases: readonly ForeignCase[] = [
  { name: 'doc-numbers', shows: 'automatic numbers over levels, begun anew, circled, with words around; signs dropped', format: 'doc', bytes: () => docFixture('numbers'), expectedText: numbersText },
  { name: 'doc-tables', shows: 'cells merged both ways, a head, a table inside a cell', format: 'doc', bytes: () => docFixture('tables'), expectedText: lines('表前', '序号\t问题\t\t措施', '1\t学习', '不够\t甲\t加强', '\t乙\t丙\t丁', '两表之间', '外一', '内一 内二\t外二', '表后') },
  { name: 'doc-notes', shows: 'notes, comments, revisions, hidden text, fields, a text box, breaks', format: 'doc', bytes: () => docFixture('notes'), expectedText: lines('有脚注和又一个，有尾注，所批。', '普通加粗下划线', '软回车后\t制表后', '换页后', '保留插入末尾', '共3项，见链接文字。', '框内文字', '框外后半', '末段') },
  { name: 'doc-looks', shows: 'numbers and looks of paragraphs that differ in their characters to the very end', format: 'doc', bytes: () => docFixture('looks'), expectedText: lines('总体要求', '坚持问题导向。', '存在的问题', '1.学习不深。', '2.调研不够。', '以上问题由办公室牵头。', '没有编号也不居中。') },
  { name: 'wps-short-sector', shows: 'a file of WPS with a short last sector', format: 'wps', bytes: () => asWps(docFixture('numbers')), expectedText: numbersText },
]
