/** Word files of a wanted length as Word itself writes them: automatic numbers, styles, fonts in every run, revision marks. */
import { printLines } from '../../shared/document/print-text.ts'
import { buildDocx, cell, row, table } from '../word/build-docx.ts'
import { planOf } from './papers.ts'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const fonts = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
const run = (text: string, more = '') => `<w:r w:rsidR="00A1B2C3" w:rsidRPr="00D4E5F6"><w:rPr>${fonts}${more}</w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`

const levels = ['chineseCounting', 'chineseCounting', 'decimal'].map((format, level) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${['%1、', '（%2）', '%3.'][level]}"/></w:lvl>`).join('')

/** Number and level of a line: taken out of the text, for Word counts by itself. */
const numbered: readonly (readonly [RegExp, number])[] = [[/^[一二三四五六七八九十]+、/u, 0], [/^（[一二三四五六七八九十]+）/u, 1], [/^\d+\./u, 2]]

function paragraph(line: string): string {
  const found = numbered.find(([pattern]) => pattern.test(line))
  const text = found ? line.replace(found[0], '') : line
  const number = found ? `<w:numPr><w:ilvl w:val="${found[1]}"/><w:numId w:val="1"/></w:numPr>` : ''
  // Word parts a paragraph into runs wherever it was edited.
  const cut = Math.ceil(text.length / 3)
  const runs = [text.slice(0, cut), text.slice(cut, 2 * cut), text.slice(2 * cut)].filter((piece) => piece !== '').map((piece, at) => run(piece, at === 1 ? '<w:b/>' : '')).join('')
  return `<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:pPr><w:pStyle w:val="${found && found[1] < 2 ? `${found[1] + 1}` : 'a'}"/>${number}<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/>${runs}</w:p>`
}

const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' + ['1', '2'].map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${id}"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${Number(id) - 1}"/></w:pPr></w:style>`).join('')

export function textOf(characters: number): string {
  return printLines(planOf(characters, 'd').blocks).join('\n')
}

export function wordFile(characters: number): Uint8Array {
  const ledger = table(row(cell('序号'), cell('问题'), cell('整改措施')), ...Array.from({ length: 10 }, (_, at) => row(cell(String(at + 1)), cell('学习不够系统'), cell('1.制定计划。\n2.按月检查。'))))
  return buildDocx({ body: textOf(characters).split('\n').map(paragraph).join('') + ledger, styles, numbering: `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` })
}
