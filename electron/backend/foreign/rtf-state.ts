/** What holds inside one group of an RTF file, and what its control words do to it. */
import { lookOfStyle, type Look } from './pieces.ts'

/** Where the text of a group goes. */
export type Destination =
  | 'text' | 'skip' | 'number' | 'fonts' | 'styles' | 'style' | 'author' | 'time' | 'reference' | 'rangeStart' | 'rangeEnd' | 'header'
  /** A drawing: only text boxes and pictures in it count. */
  | 'shape'
  /** Text twice, for old readers and for new ones: only the new one counts. */
  | 'twice'

export interface RtfState {
  destination: Destination
  /** The group's first word is a destination readers may not know. */
  starred: boolean
  bold: boolean
  underline: boolean
  /** The words before were about Chinese characters: LibreOffice writes their bold as \ab, which else means Arabic. */
  asian: boolean
  hidden: boolean
  deleted: boolean
  revised: boolean
  font: number | undefined
  /** Characters that stand for a \u in old readers. */
  fallback: number
  style: number | undefined
  outline: number | undefined
  centred: boolean
  /** Tables the paragraph is inside of. */
  depth: number
  listed: boolean
  /** Describes a row of a table inside a cell. */
  nested: boolean
}

export const startState = (): RtfState => ({
  destination: 'text', starred: false, bold: false, underline: false, asian: false, hidden: false, deleted: false, revised: false, font: undefined, fallback: 1,
  style: undefined, outline: undefined, centred: false, depth: 0, listed: false, nested: false,
})

/** Groups whose text is none of the paper's, whether starred or not. */
const skipped: ReadonlySet<string> = new Set([
  'colortbl', 'info', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl', 'fldinst', 'nonshppict', 'shprslt', 'nonesttables',
  'bkmkstart', 'bkmkend', 'datafield', 'formfield', 'pn', 'pntxta', 'pntxtb', 'pnseclvl', 'xe', 'tc', 'tcn', 'rxe', 'themedata', 'colorschememapping', 'latentstyles',
  'datastore', 'userprops', 'docvar', 'template', 'title', 'author', 'operator', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'background',
  'pgdsctbl', 'atnid', 'atnicn', 'objdata', 'keycode', 'panose', 'falt', 'fname', 'fontemb', 'private', 'do-not', 'mmathPr', 'protusertbl', 'wgrffmtfilter', 'passwordhash',
])

const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts', stylesheet: 'styles', listtext: 'number', pntext: 'number', atnauthor: 'author', atntime: 'time', atndate: 'reference', atnref: 'reference',
  atrfstart: 'rangeStart', atrfend: 'rangeEnd', upr: 'twice', shpinst: 'shape', do: 'shape', shp: 'shape', shpgrp: 'shape',
  header: 'header', headerl: 'header', headerr: 'header', headerf: 'header', footer: 'header', footerl: 'header', footerr: 'header', footerf: 'header',
}

/** Starred groups whose text is the paper's all the same. */
const transparent: ReadonlySet<string> = new Set(['nesttableprops', 'shppict', 'moMath', 'moMathPara', 'cs', 'picprop', 'ud', 'annotation', 'footnote', 'chatn'])

/** @returns where a group that begins with this word puts its text; undefined where the word is no destination. */
export function destinationOf(word: string, starred: boolean): Destination | undefined {
  if (skipped.has(word)) return 'skip'
  const found = Object.hasOwn(destinations, word) ? destinations[word] : undefined
  if (found !== undefined) return found
  return starred && !transparent.has(word) ? 'skip' : undefined
}

/** Words that stand for one character (RTF specification, “Special characters”). */
export const characterWords: Readonly<Record<string, string>> = {
  tab: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005',
}

const on = (value: number | undefined) => value !== 0

/** Looks of characters and paragraphs. @returns whether the word was one of them. */
export function applyLook(state: RtfState, word: string, value: number | undefined, defaultFont: number | undefined): boolean {
  switch (word) {
    case 'plain':
      Object.assign(state, { bold: false, underline: false, hidden: false, deleted: false, revised: false, font: defaultFont })
      return true
    case 'pard':
      Object.assign(state, { style: undefined, outline: undefined, centred: false, depth: 0, listed: false })
      return true
    case 'dbch': state.asian = true; return true
    case 'loch': case 'hich': case 'rtlch': case 'ltrch': state.asian = false; return true
    case 'ab': if (state.asian) state.bold = on(value); return true
    case 'b': state.bold = on(value); return true
    case 'v': state.hidden = on(value); return true
    case 'deleted': state.deleted = on(value); return true
    case 'revised': state.revised = on(value); return true
    case 'ul': case 'uld': case 'uldash': case 'uldashd': case 'uldashdd': case 'uldb': case 'ulhwave': case 'ulldash': case 'ulth': case 'ulthd': case 'ulw': case 'ulwave': case 'ululdbwave':
      state.underline = on(value)
      return true
    case 'ulnone': state.underline = false; return true
    case 'f': state.font = value; return true
    case 's': state.style = value ?? 0; return true
    case 'outlinelevel': state.outline = value; return true
    case 'qc': state.centred = true; return true
    case 'ql': case 'qr': case 'qj': case 'qd': state.centred = false; return true
    case 'intbl': state.depth = Math.max(state.depth, 1); return true
    case 'itap': state.depth = Math.max(value ?? 0, 0); return true
    case 'ls': state.listed = (value ?? 0) > 0; return true
    default: return false
  }
}

export interface RtfStyle {
  name: string
  outline: number | undefined
}

/** The paragraph's place in the paper, by itself or its style. */
export function lookOf(state: RtfState, style: RtfStyle | undefined): Look {
  return lookOfStyle(style?.name ?? '', state.outline ?? style?.outline, state.centred)
}
