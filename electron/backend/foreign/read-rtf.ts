/** .rtf → paragraphs in order. Numbers of automatic lists stand in the file as text (\listtext) and are kept. */
import type { SourceNote } from '../../../shared/recognition/source.ts'
import { FileFault } from '../word/file-fault.ts'
import { startForeignTally } from './foreign-tally.ts'
import { noteText, type Look, type ReadForeign } from './pieces.ts'
import { wordDate } from './word-date.ts'
import { pageLabel } from './rtf-characters.ts'
import { applyLook, characterWords, destinationOf, lookOf, startState, type RtfState, type RtfStyle } from './rtf-state.ts'
import { startRowMarks } from './rtf-rows.ts'
import { startStory, type Story } from './story.ts'
import { startRtfFonts, startRtfText, symbolSign } from './rtf-text.ts'
import { scanRtf, type RtfToken } from './rtf-tokens.ts'

const deepest = 1000

interface OpenStory {
  readonly story: Story
  readonly kind: 'paper' | 'box' | SourceNote['kind']
  /** Groups open when it began. */
  readonly depth: number
  /** Of the story it stands in. */
  readonly tables: number
  author?: string
  date?: string
  /** Number a comment's range goes by. */
  range?: string
}

const bulletText = /^[\uf0b7•·●■◆▪–○□➢✓\-oØ§ü]?$/u

/** @throws FileFault FILE_DAMAGED where the file breaks off, FILE_LIMITS. */
export function readRtf(bytes: Uint8Array): ReadForeign {
  const tally = startForeignTally()
  const fonts = startRtfFonts()
  const styles = new Map<number, RtfStyle>()
  let page = 'windows-1252'
  let defaultFont: number | undefined
  let state: RtfState = startState()
  const groups: RtfState[] = []
  let opened: OpenStory = { story: startStory(tally), kind: 'paper', depth: 0, tables: 0 }
  const stories: OpenStory[] = []
  const text = startRtfText(() => page, tally)
  let skip = 0
  let number = ''
  let left = ''
  let headerTold = false
  let styleOpen: { id: number; style: RtfStyle } | undefined
  const rows = startRowMarks()
  let author = ''
  let reference = ''
  let referenceWord = ''
  const rangeStarts = new Map<string, { readonly story: Story; readonly at: number }>()

  const look = (): Look => lookOf(state, styles.get(state.style ?? 0))

  /** Counts what is left out once for each stretch of it. */
  const leave = (kind: 'hidden' | 'deleted') => {
    if (left !== kind) tally.add(kind)
    left = kind
  }

  const put = (taken: string): void => {
    if (taken === '') return
    switch (state.destination) {
      case 'text': {
        if (state.deleted) return leave('deleted')
        if (state.hidden) return leave('hidden')
        if (state.revised && left !== 'inserted') tally.add('inserted')
        left = state.revised ? 'inserted' : ''
        const shown = taken.replace(/[\uf020-\uf0ff]/g, () => { tally.add('symbol'); return '□' })
        opened.story.pieces.push({ kind: 'text', text: shown, bold: state.bold, underline: state.underline })
        return
      }
      case 'number': number += taken; return
      case 'style': if (styleOpen) styleOpen.style.name += taken; return
      case 'author': author += taken; return
      case 'reference': case 'rangeStart': case 'rangeEnd': reference += taken; return
      case 'header':
        if (!headerTold && taken.trim() !== '') tally.add('header')
        headerTold ||= taken.trim() !== ''
        return
      default:
    }
  }
  const flush = (final = false) => put(text.take(final))

  const openStory = (kind: OpenStory['kind']): void => {
    if (stories.length > 20) throw new FileFault('FILE_LIMITS', 'notes inside notes')
    stories.push(opened)
    opened = { story: startStory(tally), kind, depth: groups.length, tables: state.depth, ...(kind === 'comment' && !/^\?*$/.test(author) ? { author } : {}) }
    if (kind === 'comment') author = ''
    Object.assign(state, { ...startState(), font: state.font, fallback: state.fallback })
  }

  const closeStory = (): void => {
    const { story, kind, tables, author: by, date, range } = opened
    const read = story.end(look())
    opened = stories.pop()!
    if (kind === 'box') {
      tally.add('textBox')
      return opened.story.insert(read, tables)
    }
    const words = noteText(read)
    if (words === '' || kind === 'paper') return
    tally.add(kind === 'comment' ? 'comment' : 'footnote')
    const start = range === undefined ? undefined : rangeStarts.get(range)
    opened.story.pieces.push({
      kind: 'note', note: { kind, text: words, ...(by === undefined ? {} : { author: by }), ...(date === undefined ? {} : { date }) },
      ...(start !== undefined && start.story === opened.story && start.at < opened.story.pieces.length ? { open: start.at } : {}),
    })
  }

  const endParagraph = (end: (depth: number) => void): void => {
    flush(true)
    const style = styles.get(state.style ?? 0)?.name ?? ''
    const { story } = opened
    if (/^(?:toc|目录)\s*\d$/iu.test(style) && story.pieces.length > 0) {
      tally.add('contents')
      story.pieces.length = 0
      story.number = ''
      return
    }
    if (state.listed && story.number === '' && number === '' && story.pieces.length > 0) tally.add('lostNumber')
    number = ''
    end(state.depth)
  }

  const takeNumber = (): void => {
    const clean = number.replace(/[\t\u00a0 ]+$/u, '').trimStart()
    if (bulletText.test(clean)) {
      if (clean !== '') tally.add('bullet')
      number = '\u0000'
    } else {
      opened.story.number = clean.replaceAll(symbolSign, '')
      tally.add('automaticNumber')
    }
  }

  const close = (): boolean => {
    flush()
    skip = 0
    const leaving = state
    if (opened.depth === groups.length && stories.length > 0 && opened.kind !== 'paper') {
      flush(true)
      closeStory()
    }
    const outer = groups.pop()
    if (outer === undefined) return true
    state = outer
    if (leaving.destination !== outer.destination) {
      if (leaving.destination === 'number') takeNumber()
      else if (leaving.destination === 'style' && styleOpen) {
        styles.set(styleOpen.id, { ...styleOpen.style, name: styleOpen.style.name.split(';')[0]!.trim() })
        styleOpen = undefined
      } else if (leaving.destination === 'rangeStart') {
        if (rangeStarts.size < 10_000) rangeStarts.set(reference.trim(), { story: opened.story, at: opened.story.pieces.length })
      } else if (leaving.destination === 'reference' && opened.kind === 'comment') {
        const date = referenceWord === 'atndate' ? wordDate(Number(reference.trim()) >>> 0) : undefined
        if (referenceWord === 'atnref') opened.range = reference.trim()
        if (date !== undefined) opened.date = date
      }
    }
    return groups.length === 0
  }

  const beginDestination = (word: string): boolean => {
    if (state.destination === 'shape') {
      if (word === 'shptxt' || word === 'dptxbxtext') openStory('box')
      else if (word === 'pict') {
        tally.add('image')
        state.destination = 'skip'
      } else if (word === 'shprslt') state.destination = 'skip'
      return true
    }
    if (state.destination === 'twice' && word !== 'ud') return true
    switch (word) {
      case 'footnote': openStory('footnote'); return true
      case 'ftnalt': if (opened.kind === 'footnote') opened = { ...opened, kind: 'endnote' }; return true
      case 'annotation': openStory('comment'); return true
      case 'pict': tally.add('image'); state.destination = 'skip'; return true
      case 'object': tally.add('object'); state.destination = 'skip'; return true
      case 'ud': if (groups.at(-1)?.destination === 'twice') state.destination = groups.at(-2)?.destination ?? 'text'; return true
      case 'nesttableprops': state.nested = true; return true
      default:
    }
    const destination = destinationOf(word, state.starred)
    state.starred = false
    if (destination === undefined) return false
    if (destination === 'number') number = ''
    if (destination === 'author') author = ''
    if (destination === 'reference' || destination === 'rangeStart' || destination === 'rangeEnd') {
      reference = ''
      referenceWord = word
    }
    if (destination === 'header') headerTold = false
    state.destination = destination
    return true
  }

  const tableWord = (word: string, value: number | undefined): boolean => {
    if (rows.word(word, value, state.nested)) return true
    switch (word) {
      case 'cell': endParagraph(() => opened.story.endCell(1, look())); return true
      case 'nestcell': endParagraph((depth) => opened.story.endCell(Math.max(depth, 2), look())); return true
      case 'row': flush(true); opened.story.endRow(1, rows.mark(false)); return true
      case 'nestrow': opened.story.endRow(Math.max(state.depth, 2), rows.mark(true)); return true
      default: return false
    }
  }

  const readWord = (word: string, value: number | undefined): void => {
    if (word === 'u' && value !== undefined) {
      text.addCharacter(String.fromCharCode(value & 0xffff))
      skip = state.fallback
      return
    }
    if (word === 'uc') {
      state.fallback = Math.min(Math.max(value ?? 1, 0), 100)
      return
    }
    const character = Object.hasOwn(characterWords, word) ? characterWords[word]! : undefined
    if (character !== undefined) {
      if (skip > 0) skip -= 1
      else text.addCharacter(character)
      return
    }
    flush()
    skip = 0
    if (state.destination === 'fonts') {
      if (word === 'f') state.font = value
      return fonts.word(state.font, word, value)
    }
    if (state.destination === 'style') {
      if (styleOpen && word === 's') styleOpen.id = value ?? 0
      else if (styleOpen && (word === 'cs' || word === 'ts' || word === 'ds')) styleOpen.id = -1
      else if (styleOpen && word === 'outlinelevel') styleOpen.style.outline = value
      else if (word === 'f') state.font = value
      else if (state.starred && !['cs', 'ts', 'ds'].includes(word)) state.destination = 'skip'
      state.starred = false
      return
    }
    if (beginDestination(word)) return
    if (state.destination !== 'text' || tableWord(word, value)) return
    switch (word) {
      case 'ansicpg': page = pageLabel(value ?? 1252); return
      case 'pc': case 'pca': case 'mac': if (word === 'mac') page = 'macintosh'; return
      case 'deff': defaultFont = value; state.font = value; return
      case 'par': return endParagraph((depth) => opened.story.endParagraph(depth, look()))
      case 'sect': if (opened.story.pieces.length > 0) endParagraph((depth) => opened.story.endParagraph(depth, look())); return
      case 'line': case 'page': case 'column': opened.story.pieces.push({ kind: 'break', soft: word === 'line' }); return
      default: applyLook(state, word, value, defaultFont)
    }
  }

  const readBytes = (read: Uint8Array | readonly number[]): void => {
    const rest = skip === 0 ? read : read.slice(Math.min(skip, read.length))
    skip -= Math.min(skip, read.length)
    if (rest.length > 0 && state.destination !== 'skip' && state.destination !== 'shape' && state.destination !== 'twice') text.add(rest, fonts.of(state.font))
  }

  const readToken = (token: RtfToken): boolean | void => {
    switch (token.kind) {
      case 'open':
        flush()
        skip = 0
        if (groups.length >= deepest) throw new FileFault('FILE_LIMITS', 'groups too deep')
        groups.push(state)
        state = { ...state, starred: false }
        if (groups.at(-1)!.destination === 'styles') {
          state.destination = 'style'
          styleOpen = { id: 0, style: { name: '', outline: undefined } }
        } else if (groups.at(-1)!.destination === 'style') state.destination = 'skip'
        return
      case 'close': return close()
      // A group that is left out has no destinations of interest.
      case 'word': return state.destination === 'skip' ? undefined : readWord(token.word, token.value)
      case 'byte': return readBytes([token.byte])
      case 'bytes': return readBytes(bytes.subarray(token.from, token.to))
      case 'symbol': {
        if (token.symbol === '*') {
          state.starred = true
          return
        }
        const sign = ({ '~': '\u00a0', '_': '-', '{': '{', '}': '}', '\\': '\\' } as Readonly<Record<string, string>>)[token.symbol]
        if (skip > 0) skip -= 1
        else if (sign !== undefined && state.destination !== 'skip') readBytes(sign === '\u00a0' ? [32] : [sign.charCodeAt(0)])
      }
    }
  }

  if (!scanRtf(bytes, readToken)) throw new FileFault('FILE_DAMAGED', 'the file breaks off')
  return { paragraphs: opened.story.end(look()), notes: tally.notes() }
}
