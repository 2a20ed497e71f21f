/** Paper, margins, header and footer, page number. */
import type { Layout } from '../layout.ts'
import { layoutFacts, sevenMillimetres } from '../layout-facts.ts'
import { millimetresOf, shortNumber, sizeText } from '../layout-units.ts'
import { error, warning, type LayoutFinding } from './finding.ts'

const millimetres = (twips: number) => `${shortNumber(millimetresOf(twips))} 毫米`

/** Word's own limit for a side of the paper: 22 inches. */
const mostSide = 31_680
/** A postcard: nothing is typed on less. */
const leastSide = 4_000
const a4 = { width: 11_906, height: 16_838 }
/** 5 mm: printers leave the edge white. */
const unprintable = 283

const sideNames = { top: '上边距', bottom: '下边距', left: '左边距', right: '右边距' } as const

function checkPaper({ page }: Layout): LayoutFinding[] {
  const found: LayoutFinding[] = []
  for (const [side, name] of [['width', '纸宽'], ['height', '纸高']] as const) {
    if (page[side] < leastSide || page[side] > mostSide) found.push(error(`page.${side}`, `${name}要在 ${millimetres(leastSide)}到 ${millimetres(mostSide)}之间（A4 为 210×297 毫米）。`, { [`page.${side}`]: a4[side] }))
  }
  if (found.length > 0) return found
  if (page.width > page.height) return [warning('page.width', '纸是横放的。横排的表格由程序自动横置，版式里请填竖放的尺寸。', { 'page.width': page.height, 'page.height': page.width })]
  return Math.abs(page.width - a4.width) > 20 || Math.abs(page.height - a4.height) > 20
    ? [warning('page.width', '不是 A4 纸。公文用 A4 型纸（210×297 毫米），打印前请确认打印机里的纸。', { 'page.width': a4.width, 'page.height': a4.height })] : []
}

function checkMargins(layout: Layout): LayoutFinding[] {
  const { page } = layout
  const found: LayoutFinding[] = []
  for (const [side, name] of Object.entries(sideNames) as [keyof typeof sideNames, string][]) {
    if (page[side] < 0) found.push(error(`page.${side}`, `${name}不能小于 0。`))
    else if (page[side] < unprintable) found.push(warning(`page.${side}`, `${name}只有${millimetres(page[side])}，多数打印机印不到纸边 5 毫米以内。`))
  }
  const { width, height } = layoutFacts(layout)
  if (width < layout.styles.body.size * 50) found.push(error('page.left', `左右边距共 ${millimetres(page.left + page.right)}，纸宽 ${millimetres(page.width)}，每行排不下 5 个字。请减小边距。`))
  if (height < layout.grid.linePitch * 3) found.push(error('page.top', `上下边距共 ${millimetres(page.top + page.bottom)}，纸高 ${millimetres(page.height)}，一页排不下 3 行。请减小边距。`))
  return found
}

function checkHeader({ page }: Layout): LayoutFinding[] {
  if (page.header < 0) return [error('page.header', '页眉距边不能小于 0。')]
  return page.header >= page.top ? [warning('page.header', `页眉距边 ${millimetres(page.header)}，不小于上边距 ${millimetres(page.top)}：在 Word 里加了页眉，正文会被往下挤。`)] : []
}

function checkFooter(layout: Layout): LayoutFinding[] {
  const { page, styles, pageNumber } = layout
  if (page.footer < 0) return [error('page.footer', '页脚距边不能小于 0。')]
  if (pageNumber.place === 'none') return page.footer >= page.bottom ? [warning('page.footer', `页脚距边 ${millimetres(page.footer)}，不小于下边距 ${millimetres(page.bottom)}：在 Word 里加了页码，正文会被往上挤。`)] : []
  const line = styles.pageNumber.size * 10
  const room = page.bottom - page.footer
  if (room < line) return [error('page.footer', `页码伸进了版心：下边距 ${millimetres(page.bottom)}，页脚距边 ${millimetres(page.footer)}，中间只有 ${millimetres(Math.max(0, room))}，放不下${sizeText(styles.pageNumber.size)}的页码，每页会少排一行。`, { 'page.footer': Math.max(0, page.bottom - sevenMillimetres - line / 2) })]
  if (page.footer < unprintable) return [warning('page.footer', `页码离纸边只有${millimetres(page.footer)}，多数打印机印不到纸边 5 毫米以内。`)]
  const distance = layoutFacts(layout).toPageNumber!
  // Half a millimetre either way is what programs differ in.
  if (Math.abs(distance - sevenMillimetres) <= 30) return []
  return [warning('page.footer', `页码的一字线在版心下 ${millimetres(distance)}，国标（GB/T 9704—2012 第7.5条）为 7 毫米。`, { 'page.footer': page.footer + distance - sevenMillimetres })]
}

const control = /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/u

function checkPageNumber(layout: Layout): LayoutFinding[] {
  const { page, pageNumber, styles } = layout
  const found: LayoutFinding[] = []
  for (const [part, name] of [['before', '页码前'], ['after', '页码后']] as const) {
    const text = pageNumber[part]
    if (text.length > 10) found.push(error(`pageNumber.${part}`, `${name}的符号最多 10 个字，现有 ${text.length} 个。`))
    else if (control.test(text) || !text.isWellFormed()) found.push(error(`pageNumber.${part}`, `${name}的符号里有不能印的字符，请重新输入。`))
  }
  const half = Math.floor((page.width - page.left - page.right) / 2)
  if (pageNumber.indent < 0 || pageNumber.indent > half) found.push(error('pageNumber.indent', `页码离版心边要在 0 到 ${millimetres(half)}之间。`, { 'pageNumber.indent': styles.pageNumber.size * 10 }))
  else if (pageNumber.place === 'outside' && Math.abs(pageNumber.indent - styles.pageNumber.size * 10) > 20) found.push(warning('pageNumber.indent', `页码离版心边 ${millimetres(pageNumber.indent)}，国标为空一字（${millimetres(styles.pageNumber.size * 10)}）。`, { 'pageNumber.indent': styles.pageNumber.size * 10 }))
  const { chinese, latin } = styles.pageNumber.font
  if (pageNumber.place !== 'none' && chinese !== latin) found.push(warning('styles.pageNumber.font.latin', `页码的中文字体（${chinese}）和数字字体（${latin}）不同，两边的一字线可能变成西文短线。国标为半角宋体数字。`))
  return found
}

export function checkPage(layout: Layout): readonly LayoutFinding[] {
  const paper = checkPaper(layout)
  if (paper.some((one) => one.severity === 'error')) return paper
  return [...paper, ...checkMargins(layout), ...checkHeader(layout), ...checkFooter(layout), ...checkPageNumber(layout)]
}
