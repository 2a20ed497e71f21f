/** Type: sizes that exist and fit their lines, names of fonts. */
import type { Layout, LayoutFont } from '../layout.ts'
import { layoutFacts } from '../layout-facts.ts'
import { namedSizes, pointsOf, shortNumber, sizeName, sizeText } from '../layout-units.ts'
import { error, warning, type LayoutFinding } from './finding.ts'

const points = (twips: number) => `${shortNumber(pointsOf(twips))} 磅`

export const typeNames = {
  body: '正文', title: '标题', subtitle: '副标题', heading1: '一级标题', heading2: '二级标题', heading3: '三级标题', heading4: '四级标题',
  table: '表格', tableHead: '表头', pageNumber: '页码',
} as const
export type NamedType = keyof typeof typeNames
const types = Object.keys(typeNames) as NamedType[]

function checkSize(type: NamedType, { styles }: Layout): LayoutFinding[] {
  const { size } = styles[type]
  const path = `styles.${type}.size`
  if (size < 8 || size > 200) return [error(path, `${typeNames[type]}字号要在 4 磅到 100 磅之间。`)]
  if (sizeName(size) !== undefined) return []
  const above = namedSizes.findLast(([, named]) => named > size)
  const below = namedSizes.find(([, named]) => named < size)
  const between = [below, above].flatMap((one) => (one ? [`${one[0]} ${one[1] / 2} 磅`] : [])).join('和')
  return [warning(path, `${typeNames[type]}字号 ${size / 2} 磅不是常用字号（相近的是${between}）。`)]
}

/** Which line each type is set on. */
function pitchOf(type: NamedType, { grid, styles }: Layout): { readonly pitch: number; readonly name: string } | undefined {
  switch (type) {
    case 'body': case 'pageNumber': return undefined
    case 'title': return { pitch: styles.title.linePitch, name: '标题行距' }
    case 'table': case 'tableHead': return { pitch: styles.table.linePitch, name: '表格行距' }
    default: return { pitch: grid.linePitch, name: '行距' }
  }
}

function checkFit(type: NamedType, layout: Layout): LayoutFinding[] {
  const line = pitchOf(type, layout)
  const height = layout.styles[type].size * 10
  if (line === undefined || line.pitch >= height) return []
  const path = type === 'title' ? 'styles.title.linePitch' : type === 'table' ? 'styles.table.linePitch' : `styles.${type}.size`
  return [error(path, `${typeNames[type]}${sizeText(layout.styles[type].size)}高于${line.name} ${points(line.pitch)}，字会被切掉上半截。`)]
}

/** The names of Western faces have none but these signs, as those of Chinese ones in English have: only known ones are told of. */
const westernFonts: ReadonlySet<string> = new Set(['times new roman', 'arial', 'calibri', 'cambria', 'consolas', 'courier new', 'georgia', 'verdana', 'tahoma', 'liberation serif', 'liberation sans', 'dejavu sans'])

function checkFont(type: NamedType, font: LayoutFont): LayoutFinding[] {
  return (['chinese', 'latin'] as const).flatMap((part): LayoutFinding[] => {
    const path = `styles.${type}.font.${part}`
    const name = font[part]
    const what = `${typeNames[type]}的${part === 'chinese' ? '中文' : '数字字母'}字体`
    if (name.trim() === '') return [error(path, `${what}没有填。`)]
    if (name.length > 31) return [error(path, `${what}名有 ${name.length} 个字符，Word 最多认 31 个。`)]
    if (/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff;,"<>]/u.test(name) || !name.isWellFormed()) return [error(path, `${what}名里有不能用的符号，一处只能填一种字体。`)]
    if (name !== name.trim()) return [error(path, `${what}名前后有空格，Word 会认不出来。`)]
    if (name.startsWith('@')) return [error(path, `${what}“${name}”是竖排用的，字会横躺。请去掉前面的“@”。`)]
    return part === 'chinese' && westernFonts.has(name.toLowerCase()) ? [warning(path, `${what}“${name}”是西文字体，里面没有汉字，各台电脑会自行换成别的字体。`)] : []
  })
}

function checkTitlePitch(layout: Layout): LayoutFinding[] {
  const { title } = layout.styles
  if (title.linePitch === layout.grid.linePitch || title.linePitch < title.size * 10) return []
  const { lines, linesBelowTitle } = layoutFacts(layout)
  return linesBelowTitle >= lines ? [] : [warning('styles.title.linePitch', `标题行距 ${points(title.linePitch)}大于正文行距，有一行标题的页只排得下 ${linesBelowTitle} 行（含标题），不是 ${lines} 行。`, { 'styles.title.linePitch': layout.grid.linePitch })]
}

/** 小五: nothing smaller is read on paper without trouble. */
const smallestRead = 18

function checkTables({ styles, ledger, page }: Layout): LayoutFinding[] {
  const found: LayoutFinding[] = []
  if (styles.table.size > styles.body.size) found.push(warning('styles.table.size', `表格字号${sizeText(styles.table.size)}大于正文${sizeText(styles.body.size)}，表会很长。`))
  else if (styles.table.size < smallestRead) found.push(warning('styles.table.size', `表格字号 ${styles.table.size / 2} 磅太小，打印出来看不清。`))
  if (styles.table.linePitch > page.height / 4) found.push(error('styles.table.linePitch', `表格行距 ${points(styles.table.linePitch)}太大，一页排不下几行。`))
  if (ledger === undefined) return found
  if (ledger.size < 15 || ledger.size > 32) found.push(error('ledger.size', '台账字号要在 7.5 磅到 16 磅之间。'))
  if (ledger.smallestSize < 13 || ledger.smallestSize > 32) found.push(error('ledger.smallestSize', '台账最小字号要在 6.5 磅到 16 磅之间。'))
  else if (ledger.smallestSize > ledger.size) found.push(error('ledger.smallestSize', `台账最小字号 ${ledger.smallestSize / 2} 磅大于台账字号 ${ledger.size / 2} 磅。`, { 'ledger.smallestSize': Math.min(ledger.size, 15) }))
  return found
}

function checkOptions({ options }: Layout): LayoutFinding[] {
  return [
    ...(options.compressPunctuation ? [warning('options.compressPunctuation', '压缩标点后，有标点的行会多排一两个字，每行字数不再整齐。')] : []),
    ...(options.autoSpace ? [warning('options.autoSpace', '中文与数字之间自动加空后，有数字的行会少排一两个字，每行字数不再整齐。')] : []),
  ]
}

export function checkType(layout: Layout): readonly LayoutFinding[] {
  return [
    ...types.flatMap((type) => [...checkFont(type, layout.styles[type].font), ...checkSize(type, layout), ...checkFit(type, layout)]),
    ...checkTitlePitch(layout), ...checkTables(layout), ...checkOptions(layout),
  ]
}
