/** Setting papers on pages: the whole of it, and again after an edit of one paragraph, as the status bar does while typing. */
import type { Block } from '../../shared/document/draft.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import type { PrintDocument, PrintParagraph } from '../../shared/print/print-types.ts'
import { builtInMetrics } from '../../shared/typeset/face-metrics.ts'
import { typeset } from '../../shared/typeset/typeset.ts'
import { layouts } from '../support/layouts.ts'
import { seededPaper } from '../support/seeded-papers.ts'
import { figure, times, type Figure } from './measure.ts'

/** The same paper with nothing of it known from before: every paragraph says something new. */
function fresh(document: PrintDocument, run: number): PrintDocument {
  return {
    ...document,
    parts: document.parts.map((part) => (part.kind === 'paragraph' ? { ...part, runs: part.runs.map((one, index) => (index === 0 ? { ...one, text: `${one.text}${run}` } : one)) } : part)),
  }
}

function edited(document: PrintDocument, run: number): PrintDocument {
  const at = document.parts.findIndex((part, index) => index > document.parts.length / 2 && part.kind === 'paragraph')
  const paragraph = document.parts[at] as PrintParagraph
  const runs = paragraph.runs.map((one, index) => (index === paragraph.runs.length - 1 ? { ...one, text: `${one.text}${run}` } : one))
  return { ...document, parts: document.parts.with(at, { ...paragraph, runs }) }
}

async function measurePaper(characters: number, runs: number, below: number | undefined): Promise<Figure[]> {
  const layout = layouts[0]!
  const blocks: Block[] = seededPaper(characters, characters)
  const document = buildPrintDocument({ blocks }, layout)
  const pages = typeset(document, builtInMetrics).pages.length
  const papers = Array.from({ length: runs + Math.ceil(runs / 5) }, (_, index) => fresh(document, index))
  const changed = papers.map((_, index) => edited(document, index))
  let next = 0
  let then = 0
  const name = `pages of a paper, ${characters.toLocaleString('en')} characters`
  return [
    figure(name, await times(runs, () => typeset(papers[next++]!, builtInMetrics)), below === undefined ? null : { figure: 'median', below }, `${pages} pages`),
    figure(`${name}, one paragraph changed`, await times(runs, () => typeset(changed[then++]!, builtInMetrics)), below === undefined ? null : { figure: 'p95', below: 10 }),
    figure(`${name}, from the draft`, await times(runs, () => typeset(buildPrintDocument({ blocks }, layout), builtInMetrics)), below === undefined ? null : { figure: 'median', below: 50 }),
  ]
}

export async function measureTypesetting(): Promise<Figure[]> {
  return [...await measurePaper(5_000, 60, 50), ...await measurePaper(30_000, 40, 50), ...await measurePaper(100_000, 20, undefined)]
}
