/** Accepts or rejects every tracked change of a document as Word does, and prints what is left: a reader of its own, made for this. */
import type { Node } from '../word/structure-checks.ts'

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
    if (nodes[index + 1] !== undefined) carried = text
    else if (text !== '') throw new Error('text without a paragraph to stand in')
    return undefined
  })
  return result
}

function tableText(table: Node, choice: Choice): string | undefined {
  const rows = table.children.filter((one) => one.name === 'w:tr' && child(child(one, 'w:trPr'), goes(choice)) === undefined)
  if (rows.length === 0) return undefined
  return rows.map((row) => row.children.filter((one) => one.name === 'w:tc')
    .map((cell) => paragraphs(cell.children.filter((one) => one.name === 'w:p'), choice).map((line) => line.text).join('\n')).join('\t')).join('\n')
}

/** The printed lines of one version: paragraphs but for the blank ones that only keep things apart, and tables. */
export function settledLines(document: Node, choice: Choice): string[] {
  const lines: string[] = []
  let run: Node[] = []
  const flush = () => {
    for (const { text, style } of paragraphs(run, choice)) if (style !== 'ZgBlank') lines.push(text)
    run = []
  }
  for (const node of child(document, 'w:body')!.children) {
    if (node.name === 'w:p') run.push(node)
    else if (node.name === 'w:tbl') {
      flush()
      const text = tableText(node, choice)
      if (text !== undefined) lines.push(text)
    }
  }
  flush()
  return lines
}
