/** What changed between two versions as tracked changes (ISO 29500-1 §17.13.5): Word and WPS accept or reject each. */
import type { TextChange } from '../../../shared/comparison/text-diff.ts'
import type { ChangedBlank, ChangedParagraph, ChangedRun, ChangedTable } from '../../../shared/print/changed-types.ts'
import { noMarks, type WordMarks } from './text-marks.ts'
import { element } from './xml.ts'

export interface ChangeAuthor {
  readonly author: string
  /** As on a clock: 2024-06-30T09:05:00. */
  readonly date: string
}

/** Above every id of a bookmark: ids of annotations are of one space (§17.13). */
const firstId = 100_001

const names = { inserted: 'w:ins', deleted: 'w:del' } as const satisfies Record<TextChange, string>

/** Text that was taken out is another element; the writer's own tags are the only ones of the name. */
function asDeleted(run: string): string {
  return run.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')
}

const runProperties = /<w:rPr>.*?<\/w:rPr>/su

/** A document made by `changedDocument` is written with these. */
export function wordChanges({ author, date }: ChangeAuthor): WordMarks {
  let next = firstId
  const mark = (name: string, ...children: readonly string[]) => element(name, { 'w:id': next++, 'w:author': author, 'w:date': `${date}Z` }, ...children)
  const pieceXml = (change: TextChange | undefined, xml: string) =>
    (change === undefined || xml === '' ? xml : mark(names[change], change === 'deleted' ? asDeleted(xml) : xml))
  const endMark = (change: TextChange | undefined) => (change === undefined ? '' : element('w:rPr', {}, mark(names[change])))
  return {
    parts: [], relationships: [],
    text: {
      ...noMarks,
      run: (run: ChangedRun, write) => {
        const own = write(run, run.change === 'deleted' ? run.was?.paragraph : undefined)
        if (run.change !== undefined) return pieceXml(run.change, own)
        if (run.was === undefined) return own
        const before = runProperties.exec(write(run.was.run, run.was.paragraph))?.[0] ?? '<w:rPr/>'
        return before === runProperties.exec(own)?.[0] ? own : own.replace('</w:rPr>', () => `${mark('w:rPrChange', before)}</w:rPr>`)
      },
      paragraphEnd: (paragraph: ChangedParagraph | ChangedBlank | { readonly kind: 'blank' }, properties) => {
        const change = 'change' in paragraph ? paragraph.change : undefined
        const was = paragraph.kind === 'paragraph' ? paragraph.was : undefined
        return endMark(change) + (was === undefined ? '' : mark('w:pPrChange', properties(was)))
      },
      // What is taken out has no hidden marks: accepted, they would stay behind and speak of the next paragraph.
      markedBy: (paragraph: ChangedParagraph) => (paragraph.change === 'deleted' ? undefined : paragraph.now ?? paragraph),
      row: (table, row) => {
        const change = (table as ChangedTable).rows[row]?.change
        return change === undefined ? '' : mark(names[change])
      },
      // Organs side by side came together: with the row what holds them goes too.
      columns: (paragraphs) => {
        const changes = new Set(paragraphs.map((one: ChangedParagraph) => one.change))
        const [change] = changes
        return change === undefined || changes.size > 1 ? '' : mark(names[change])
      },
      line: ({ table, row, cell, line }, text, write) => {
        const own = (table as ChangedTable).rows[row]?.cells[cell]?.changed?.[line]
        if (own === undefined) return noMarks.line({ table, row, cell, line }, text, write)
        return { content: own.pieces.map((piece) => pieceXml(piece.change, write(piece.text))).join(''), end: endMark(own.end) }
      },
    },
  }
}
