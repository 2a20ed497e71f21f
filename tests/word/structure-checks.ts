/** What the Open XML SDK lets pass and Word or WPS do not (word-format.md §6). */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

export function parse(xml: string): Node {
  const parser = new SaxesParser()
  const stack: { name: string; attributes: Record<string, string>; children: Node[]; text: string }[] = [{ name: '', attributes: {}, children: [], text: '' }]
  parser.on('error', (error) => { throw error })
  parser.on('opentag', (tag) => {
    const node = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: '' }
    stack.at(-1)!.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => { stack.at(-1)!.text += text })
  parser.on('closetag', () => { stack.pop() })
  parser.write(xml).close()
  return stack[0]!.children[0]!
}

export function all(node: Node, name: string): Node[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))]
}

export const unpack = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

const child = (node: Node | undefined, name: string) => node?.children.find((one) => one.name === name)

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function checkBookmarks(document: Node): string[] {
  const starts = all(document, 'w:bookmarkStart').map((one) => one.attributes)
  const ends = all(document, 'w:bookmarkEnd').map((one) => one.attributes['w:id']!)
  return [
    ...duplicates(starts.map((one) => one['w:id']!)).map((id) => `bookmark id ${id} twice`),
    ...duplicates(starts.map((one) => one['w:name']!)).map((name) => `bookmark name ${name} twice`),
    ...starts.filter((one) => one['w:name']!.length > 40 || !/^[_A-Za-z]\w*$/.test(one['w:name']!)).map((one) => `bookmark name ${one['w:name']}`),
    ...starts.filter((one) => !ends.includes(one['w:id']!)).map((one) => `bookmark ${one['w:id']} without end`),
  ]
}

function checkTables(document: Node): string[] {
  const cells = all(document, 'w:tc').filter((cell) => cell.children.at(-1)?.name !== 'w:p').map(() => 'a cell does not end in a paragraph')
  const rows = all(document, 'w:tbl').flatMap((table) => {
    const columns = all(child(table, 'w:tblGrid')!, 'w:gridCol')
    const width = columns.reduce((sum, column) => sum + Number(column.attributes['w:w']), 0)
    const total = Number(child(child(table, 'w:tblPr'), 'w:tblW')?.attributes['w:w'])
    const spans = table.children.filter((one) => one.name === 'w:tr').map((row) =>
      row.children.filter((one) => one.name === 'w:tc').reduce((sum, cell) => sum + Number(child(child(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1), 0))
    return [
      ...spans.filter((span) => span !== columns.length).map((span) => `row spans ${span} of ${columns.length} columns`),
      ...(width === total ? [] : [`columns are ${width} wide, the table ${total}`]),
    ]
  })
  // A bookmark between the blocks prints nothing.
  const body = child(document, 'w:body')!.children.map((one) => one.name).filter((name) => !name.startsWith('w:bookmark'))
  const neighbours = body.filter((name, index) => name === 'w:tbl' && body[index + 1] !== 'w:p').map(() => 'a table is not followed by a paragraph')
  return [...cells, ...rows, ...neighbours, ...(body.at(-1) === 'w:sectPr' ? [] : ['the body does not end in its section'])]
}

/** A table in a footer too: every cell ends in a paragraph. */
function checkCells(name: string, root: Node): string[] {
  return all(root, 'w:tc').filter((cell) => cell.children.at(-1)?.name !== 'w:p').map(() => `${name}: a cell does not end in a paragraph`)
}

/** Every section says its sheet, margins, grid and all of its footers: what it leaves out is taken from the one before. */
function checkSections(document: Node): string[] {
  const sections = all(document, 'w:sectPr')
  const footers = sections.map((section) => section.children.filter((one) => one.name === 'w:footerReference').map((one) => one.attributes['w:type']).join())
  return sections.flatMap((section, index) => [
    ...['w:pgSz', 'w:pgMar', 'w:docGrid'].filter((name) => child(section, name) === undefined).map((name) => `section ${index + 1} without ${name}`),
    ...['w:top', 'w:bottom', 'w:left', 'w:right', 'w:header', 'w:footer'].filter((key) => !/^\d+$/.test(child(section, 'w:pgMar')?.attributes[key] ?? '')).map((key) => `section ${index + 1}: margin ${key}`),
    ...(footers[index] === footers[0] ? [] : [`section ${index + 1} has footers ${footers[index]}, the first ${footers[0]}`]),
    ...((Number(child(section, 'w:pgSz')?.attributes['w:w']) > Number(child(section, 'w:pgSz')?.attributes['w:h'])) === (child(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape') ? [] : [`section ${index + 1} lies otherwise than it says`]),
  ])
}

/** Names Word can use: shorter than 32 characters, each told once, the Chinese ones of the Chinese character set. */
function checkFontTable(fonts: Node, parts: readonly Node[]): string[] {
  const told = all(fonts, 'w:font').map((font) => font.attributes['w:name']!)
  const used = new Set(parts.flatMap((part) => all(part, 'w:rFonts').flatMap((one) => ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((key) => one.attributes[key]!))))
  return [
    ...duplicates(told).map((name) => `font ${name} twice`),
    ...[...used].filter((name) => !told.includes(name)).map((name) => `font ${name} is not in the table`),
    ...all(fonts, 'w:font').filter((font) => /[\u4e00-\u9fff]/.test(font.attributes['w:name']!) && child(font, 'w:charset')?.attributes['w:val'] !== '86').map((font) => `font ${font.attributes['w:name']} is not told to be Chinese`),
    ...all(fonts, 'w:font').flatMap((font) => [font.attributes['w:name']!, child(font, 'w:altName')?.attributes['w:val'] ?? '']).filter((name) => name.length > 31).map((name) => `font name ${name}`),
  ]
}

/** Word counts a tab stop or an indent beyond this as damaged. */
const farthest = 31_680

function checkMeasures(document: Node): string[] {
  return all(document, 'w:spacing').concat(all(document, 'w:ind'), all(document, 'w:tab')).flatMap((one) =>
    Object.entries(one.attributes).filter(([key, value]) => key !== 'w:lineRule' && /^-?\d+$/.test(value) && Math.abs(Number(value)) > farthest).map(([key, value]) => `${one.name} ${key} ${value}`))
}

function checkFonts(name: string, root: Node): string[] {
  const fonts = all(root, 'w:rFonts').flatMap((one) => ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].filter((key) => !one.attributes[key]).concat(one.attributes['w:hint'] === 'eastAsia' ? [] : ['w:hint'])
    .map((key) => `${name}: w:rFonts without ${key}`))
  const runs = all(root, 'w:r').filter((run) => child(child(run, 'w:rPr'), 'w:rFonts') === undefined).map(() => `${name}: a run without fonts`)
  return [...fonts, ...runs]
}

function checkThemes(name: string, root: Node): string[] {
  const own = Object.keys(root.attributes).filter((key) => /^w:.*theme/i.test(key)).map((key) => `${name}: ${root.name} ${key}`)
  return [...own, ...root.children.flatMap((one) => checkThemes(name, one))]
}

function checkRelations(parts: Readonly<Record<string, string>>, document: Node): string[] {
  const relations = parse(parts['word/_rels/document.xml.rels']!).children.map((one) => one.attributes)
  const ids = new Set(relations.map((one) => one['Id']))
  const used = JSON.stringify(document).match(/"r:id":"[^"]*"/g) ?? []
  const types = parse(parts['[Content_Types].xml']!).children.flatMap((one) => (one.name === 'Override' ? [one.attributes['PartName']!.slice(1)] : []))
  const targets = relations.map((one) => `word/${one['Target']}`)
  return [
    ...used.map((one) => one.slice(8, -1)).filter((id) => !ids.has(id)).map((id) => `relationship ${id} is missing`),
    ...targets.filter((target) => parts[target] === undefined).map((target) => `${target} is missing`),
    ...types.filter((name) => parts[name] === undefined).map((name) => `content type for ${name}, which is missing`),
    ...Object.keys(parts).filter((name) => name.endsWith('.xml') && name !== '[Content_Types].xml' && !types.includes(name)).map((name) => `${name} has no content type`),
  ]
}

function checkStyles(styles: Node, document: Node): string[] {
  const defined = all(styles, 'w:style').map((one) => one.attributes['w:styleId']!)
  const named = all(styles, 'w:name').map((one) => one.attributes['w:val']!)
  const used = ['w:pStyle', 'w:rStyle', 'w:basedOn', 'w:next'].flatMap((name) => [...all(document, name), ...all(styles, name)].map((one) => one.attributes['w:val']!))
  return [
    ...duplicates(defined).map((id) => `style ${id} twice`), ...duplicates(named).map((name) => `style name ${name} twice`),
    ...used.filter((id) => !defined.includes(id)).map((id) => `style ${id} is not defined`),
  ]
}

/** Everything that is wrong with the file, a line each. */
export function structureFaults(bytes: Uint8Array): string[] {
  const parts = unpack(bytes)
  const document = parse(parts['word/document.xml']!)
  const styles = parse(parts['word/styles.xml']!)
  const ours = Object.keys(parts).filter((name) => /^word\/[^/]+\.xml$/.test(name))
  return [
    ...checkBookmarks(document), ...checkTables(document), ...checkSections(document), ...checkMeasures(document),
    ...checkFontTable(parse(parts['word/fontTable.xml']!), ours.map((name) => parse(parts[name]!))), ...checkRelations(parts, document), ...checkStyles(styles, document),
    ...ours.flatMap((name) => [...checkFonts(name, parse(parts[name]!)), ...checkThemes(name, parse(parts[name]!)), ...checkCells(name, parse(parts[name]!))]),
    ...(/Un-named/i.test(parts['docProps/core.xml']!) ? ['the author is Un-named'] : []),
    ...all(document, 'w:numPr').concat(all(styles, 'w:numPr')).map(() => 'an automatic number'),
  ]
}
