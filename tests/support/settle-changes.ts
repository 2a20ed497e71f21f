/** Accepts or rejects every tracked change of a document as Word does, and prints what is left: a reader of its own, made for this. */
import { officialStyles, roleStyles } from '../../electron/backend/word/word-names.ts'
import { all, type Node } from '../word/structure-checks.ts'

type Choice = 'accept' | 'reject'

const child = (node: Node | undefined, name: string) => node?.children.find((one) => one.name === name)
const goes = (choice: Choice) => (choice === 'accept' ? 'w:del' : 'w:ins')

/** Text of a paragraph, run by run; breaks of a title part nothing. */
function textOf(node: Node, choice: Choice): string {
  if (node.name === goes(choice) || node.name === 'w:pPr' || node.name === 'w:rPr') return ''
  if (node.name === 'w:t' || node.name === 'w:delText') return node.text
  return node.children.map((one) => textOf(one, choice)).join('')
}

const markGoes = (paragraph: Node, choice: Choice) => child(child(child(paragraph, 'w:pPr'), 'w:rPr'), goes(choice)) !== undefined
const styleOf = (paragraph: Node, choice: Choice) => {
  const properties = child(paragraph, 'w:pPr')
  const was = choice === 'reject' ? child(child(properties, 'w:pPrChange'), 'w:pPr') : undefined
  return child(was ?? properties, 'w:pStyle')?.attributes['w:val']
}

/** A paragraph whose mark goes runs on into the next one. */
function paragraphs(nodes: readonly Node[], choice: Choice): { text: string; style: string | undefined }[] {
  const result: { text: string; style: string | undefined }[] = []
  let carried = ''
  nodes.forEach((node, index) => {
    const text = carried + textOf(node, choice)
    carried = ''
    if (!markGoes(node, choice)) return result.push({ text, style: styleOf(node, choice) })
    if (nodes[index + 1] !== undefined && !(text !== '' && frame.has(styleOf(nodes[index + 1]!, choice) ?? ''))) carried = text
    else if (text !== '') throw new Error('text without a paragraph to stand in')
    return undefined
  })
  return result
}

/** 版头, 密级, 版记 and 附注 print no block. */
const frame = new Set(Object.values(officialStyles).map((style) => style.id))
const placed = new Set([...frame, roleStyles.signature.id, roleStyles.date.id])

function linesOf(nodes: readonly Node[], choice: Choice): string[] {
  return paragraphs(nodes, choice).flatMap(({ text, style }) => (style === 'ZgBlank' || frame.has(style ?? '') ? [] : [text]))
}

const rowsOf = (table: Node, choice: Choice) => table.children.filter((one) => one.name === 'w:tr' && child(child(one, 'w:trPr'), goes(choice)) === undefined)

/** A table without a frame that only sets organs side by side: a line each. Undefined where it is a table of the paper. */
function placedLines(table: Node, choice: Choice): string[] | undefined {
  const styles = all(table, 'w:pStyle').map((one) => one.attributes['w:val']!).filter((style) => style !== 'ZgBlank')
  if (styles.length === 0 || !styles.every((style) => placed.has(style))) return undefined
  return rowsOf(table, choice).flatMap((row) => row.children.filter((one) => one.name === 'w:tc').flatMap((cell) => linesOf(cell.children.filter((one) => one.name === 'w:p'), choice)))
}

function tableText(table: Node, choice: Choice): string | undefined {
  const rows = rowsOf(table, choice)
  if (rows.length === 0) return undefined
  return rows.map((row) => row.children.filter((one) => one.name === 'w:tc')
    .map((cell) => paragraphs(cell.children.filter((one) => one.name === 'w:p'), choice).map((line) => line.text).join('\n')).join('\t')).join('\n')
}

/** The printed lines of one version: paragraphs but for the blank ones that only keep things apart and those that frame the paper, and tables. */
export function settledLines(document: Node, choice: Choice): string[] {
  const lines: string[] = []
  let run: Node[] = []
  const flush = () => {
    lines.push(...linesOf(run, choice))
    run = []
  }
  for (const node of child(document, 'w:body')!.children) {
    if (node.name === 'w:p') run.push(node)
    else if (node.name === 'w:tbl') {
      flush()
      const organs = placedLines(node, choice)
      const text = organs === undefined ? tableText(node, choice) : undefined
      lines.push(...(organs ?? []), ...(text === undefined ? [] : [text]))
    }
  }
  flush()
  return lines
}
