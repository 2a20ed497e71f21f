/**
 * Fields: what Word last computed is text of the paper, the code never is. A field spans runs and paragraphs, and holds
 * others in its code and in its result.
 */
import type { Token } from './tokens.ts'
import { symbolCharacter } from './symbols.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

interface Frame {
  code: string
  inResult: boolean
  /** What stood in the code that would be text if this were no field. */
  readonly held: Token[]
  readonly form: XmlElement | undefined
}

export interface Fields {
  readonly begin: (mark: XmlElement) => void
  readonly separate: () => void
  /** What a field without a result shows; undefined for one with a result and for an end without beginning. */
  readonly end: () => FieldEnd | undefined
  readonly addCode: (text: string) => void
  /** Takes a token that stands in the code of a field; false where it is text of the paper. */
  readonly takes: (token: Token) => boolean
  /** A code that does not end in its paragraph is no code: what it held is text. Call at the end of each paragraph. */
  readonly endParagraph: () => Token[]
  /** Inside the result of a table of contents. */
  readonly inContents: () => boolean
  /** The code of the innermost form field around here shows a hint instead of an answer. */
  readonly inForm: () => boolean
}

/** Text; or a field that would have to be computed. */
export type FieldEnd = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'uncomputed'; readonly name: string }

/** Marks for indexes and the like: nothing is ever shown of them. */
const silent: ReadonlySet<string> = new Set(['TC', 'XE', 'TA', 'RD', 'SET', 'ASK', 'PRIVATE', 'NEXT', 'BOOKMARK', 'ADVANCE', 'MACROBUTTON', 'GOTOBUTTON', 'FORMTEXT', ''])

const nameOf = (code: string) => (/^\s*(=|[A-Za-z]+)/.exec(code)?.[1] ?? '').toUpperCase()

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const circledHan = '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'

function enclosed(text: string): string {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{1,2}$/.test(plain)) return circled[Number(plain) - 1] ?? plain
  const han = '一二三四五六七八九十'.indexOf(plain)
  if (plain.length === 1 && han >= 0) return circledHan[han]!
  if (/^[A-Z]$/.test(plain)) return String.fromCodePoint(0x24b6 + plain.charCodeAt(0) - 65)
  if (/^[a-z]$/.test(plain)) return String.fromCodePoint(0x24d0 + plain.charCodeAt(0) - 97)
  return plain
}

/** Arguments between the outer brackets that begin at the place. */
function argumentsAt(code: string, open: number): { readonly parts: readonly string[]; readonly end: number } {
  const parts: string[] = ['']
  let depth = 0
  let at = open
  for (; at < code.length; at += 1) {
    const sign = code[at]!
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0) break
    if (depth === 1 && (sign === ',' || sign === ';')) parts.push('')
    else if (!(depth === 1 && sign === '(')) parts[parts.length - 1] += sign
  }
  return { parts, end: at + 1 }
}

/** EQ as Word uses it for 带圈字符, 拼音指南 and 合并字符, and the rest in one line. Depth is kept small on purpose. */
function equation(code: string, depth = 0): string {
  if (depth > 8) return ''
  let text = ''
  for (let at = 0; at < code.length;) {
    const found = /\\([a-z]+)((?:\\[a-z]+\d*|\s+-?\d+(?=\s*[\\(]))*)\s*\(/giu.exec(code.slice(at))
    if (!found) return text + code.slice(at).replace(/\\\*\s*\S+|\\[a-z]+\d*/giu, '')
    text += code.slice(at, at + found.index).replace(/\\\*\s*(?:"[^"]*"|\S+)|"[^"]*"/gu, '').trim()
    const { parts, end } = argumentsAt(code, at + found.index + found[0].length - 1)
    const args = parts.map((one) => equation(one, depth + 1).trim())
    const last = args.at(-1) ?? ''
    switch (found[1]!.toLowerCase()) {
      case 'o':
        if (/\\ad/u.test(found[2]!) && args.length > 1) text += last
        else text += args.length === 2 && /^[○◯〇□◇△Ο◎●O]$/u.test(args[0]!) ? enclosed(last) : args.join('')
        break
      case 'f': text += args.join('/'); break
      case 'r': text += `√${last}`; break
      case 'b': text += `(${args.join('')})`; break
      default: text += args.join('')
    }
    at += end
  }
  return text
}

function formText(form: XmlElement): FieldEnd | undefined {
  const box = childOf(form, 'w:checkBox')
  if (box !== undefined) return { kind: 'text', text: (childToggle(box, 'w:checked') ?? childToggle(box, 'w:default') ?? false) ? '☑' : '☐' }
  const list = childOf(form, 'w:ddList')
  if (list === undefined) return undefined
  const entries = childrenOf(list, 'w:listEntry').map((one) => one.attributes['val'] ?? '')
  return { kind: 'text', text: entries[Number(childValue(list, 'w:result') ?? childValue(list, 'w:default') ?? 0)] ?? '' }
}

/** What is seen of a field that holds no result. */
function shownOf({ code, form }: Frame): FieldEnd {
  const ofForm = form === undefined ? undefined : formText(form)
  if (ofForm !== undefined) return ofForm
  const name = nameOf(code)
  if (name === 'EQ') return { kind: 'text', text: equation(code.trim().replace(/^\s*EQ\s*/iu, '').replace(/^(?:\\\*\s*(?:"[^"]*"|\S+\s?\d*)\s*)+/u, '')).trim() }
  if (name === 'SYMBOL') {
    const parts = /^\s*SYMBOL\s+(0x[0-9a-f]+|\d+)(?:.*?\\f\s*"?([^"\\]+)"?)?/iu.exec(code)
    const sign = parts ? symbolCharacter(parts[2]?.trim(), Number(parts[1]).toString(16)) : undefined
    return sign === undefined ? { kind: 'uncomputed', name } : { kind: 'text', text: sign }
  }
  if (name === 'QUOTE') return { kind: 'text', text: /"([^"]*)"/u.exec(code)?.[1] ?? '' }
  return silent.has(name) ? { kind: 'text', text: '' } : { kind: 'uncomputed', name }
}

/** The result of a w:fldSimple stands inside it; where it is empty, this is what is seen. */
export const simpleField = (code: string): FieldEnd => shownOf({ code, inResult: false, held: [], form: undefined })

/** Deeper nesting is the work of an enemy. */
const deepest = 50

export function startFields(): Fields {
  const frames: Frame[] = []
  const inner = () => frames.at(-1)
  const codeFrame = () => frames.findLast((frame) => !frame.inResult)
  return {
    begin: (mark) => {
      if (frames.length < deepest) frames.push({ code: '', inResult: false, held: [], form: childOf(mark, 'w:ffData') })
    },
    separate: () => {
      const frame = inner()
      if (frame) frame.inResult = true
    },
    end: () => {
      const frame = frames.pop()
      return frame === undefined || frame.inResult ? undefined : shownOf(frame)
    },
    addCode: (text) => {
      const frame = inner()
      if (frame && !frame.inResult && frame.code.length < 10_000) frame.code += text
    },
    takes: (token) => {
      const frame = codeFrame()
      if (frame === undefined) return false
      frame.held.push(token)
      if (token.kind === 'text' && frame.code.length < 10_000) frame.code += token.text
      return true
    },
    endParagraph: () => {
      const broken = frames.findIndex((frame) => !frame.inResult)
      return broken === -1 ? [] : frames.splice(broken).flatMap((frame) => frame.held)
    },
    inContents: () => frames.some((frame) => frame.inResult && nameOf(frame.code) === 'TOC'),
    inForm: () => inner()?.inResult === true && nameOf(inner()!.code) === 'FORMTEXT',
  }
}
