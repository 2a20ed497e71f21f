/** Text of a page as a browser would set it: blanks drawn together, paragraphs parted where blocks begin and end. */
import type { SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import type { ForeignTally } from './foreign-tally.ts'
import { paragraphsOfPieces, type Look, type Piece } from './pieces.ts'

export interface Flow {
  readonly text: (value: string, bold: boolean, underline: boolean, pre: boolean) => void
  readonly lineBreak: (soft: boolean) => void
  readonly note: (note: Omit<SourceNote, 'from' | 'to'>) => void
  /** The number before the next paragraph; undefined is a bullet. */
  readonly mark: (number: string | undefined) => void
  /** How the next paragraph looks. @param keeps it counts even without text. */
  readonly look: (look: Look, keeps: boolean) => void
  readonly end: (last?: boolean) => void
  readonly add: (paragraph: SourceParagraph) => void
  readonly finish: () => SourceParagraph[]
}

/** Characters between which a line end is no blank (CSS Text 3 §4.1.3). */
const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’—…]/

/** “（一）&nbsp;&nbsp;” → “（一）”. */
export function cleanMarker(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

const bulletOnly = /^[•·●■◆▪–□➢✓oØ§üln\uf000-\uf0ff]$/u

export function startFlow(tally: ForeignTally): Flow {
  const paragraphs: SourceParagraph[] = []
  let pieces: Piece[] = []
  let look: Look = {}
  let keeps = false
  let number = ''
  let numbered = false
  /** A blank seen and not yet written: it counts only before more text. */
  let blank: '' | ' ' | '\n' = ''
  let last = ''

  const end = (closing = false): void => {
    const empty = pieces.every((piece) => piece.kind !== 'text' || piece.text.replaceAll('\u00a0', '').trim() === '')
    blank = ''
    last = ''
    if (empty) {
      const noted = pieces.filter((piece) => piece.kind === 'note')
      pieces = noted
      if (noted.length === 0 && closing && keeps && !numbered) paragraphs.push({ text: '' })
      if (closing && (keeps || numbered) && noted.length === 0) numbered = false
      if (!closing || noted.length > 0) return
      number = ''
      keeps = false
      return
    }
    const read = paragraphsOfPieces(number, pieces, look, tally)
    for (const one of read) paragraphs.push(one)
    pieces = []
    number = ''
    numbered = false
    keeps = false
  }

  const put = (text: string, bold: boolean, underline: boolean): void => {
    if (text === '') return
    pieces.push({ kind: 'text', text, bold, underline })
    last = text.at(-1)!
  }

  return {
    text: (value, bold, underline, pre) => {
      if (pre) {
        value.split(/\r?\n/).forEach((line, index) => {
          if (index > 0) pieces.push({ kind: 'break', soft: true })
          put(line, bold, underline)
        })
        return
      }
      for (const part of value.match(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g) ?? []) {
        if (/^[ \t\r\n\f]/.test(part)) {
          if (last !== '') blank = part.includes('\n') && blank !== ' ' ? '\n' : ' '
          continue
        }
        const space = blank === ' ' || (blank === '\n' && !(wide.test(last) && wide.test(part[0]!))) ? ' ' : ''
        blank = ''
        put(last === '' ? part : space + part, bold, underline)
      }
    },
    lineBreak: (soft) => {
      pieces.push({ kind: 'break', soft })
      blank = ''
      last = ''
    },
    note: (note) => pieces.push({ kind: 'note', note }),
    mark: (text) => {
      numbered = true
      if (text === undefined || bulletOnly.test(text)) return tally.add('bullet')
      if (text !== '') {
        tally.add('automaticNumber')
        number = text
      }
    },
    look: (next, kept) => {
      look = next
      keeps = kept
    },
    end,
    add: (paragraph) => {
      end()
      paragraphs.push(paragraph)
    },
    finish: () => {
      end()
      if (pieces.length > 0) for (const one of paragraphsOfPieces('', pieces, {}, tally)) paragraphs.push(one)
      return paragraphs
    },
  }
}
