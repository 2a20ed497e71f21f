/**
 * The parts of an official document, read back out of a Word file of ours (law D3): they become `official` and 密级 of the
 * draft again and no blocks. What no longer fits its part, because somebody wrote there, is left to be read as text.
 */
import { printedOfficial } from '../../../shared/document/official-form.ts'
import { officialSchema, type Official } from '../../../shared/document/official.ts'
import { isoDate } from '../../../shared/time-limit/calendar.ts'
import { isEntryMark, readEndMark } from './block-marks.ts'
import type { Token } from './tokens.ts'
import type { Styles } from './read-styles.ts'
import { blankStyle, officialOfStyleName, partStyles, roleOfStyleName } from './word-names.ts'
import { childValue, type XmlElement } from './xml-tree.ts'

export interface ReadOfficial {
  readonly official?: Official
  readonly classification?: string
}

export interface OfficialReading {
  /** @returns whether the paragraph was a part of the official document and is taken. */
  readonly take: (styleName: string, tokens: readonly Token[]) => boolean
  /** A bookmark that says what 署名 makes room for. */
  readonly mark: (name: string) => void
  readonly result: () => ReadOfficial
}

interface Line {
  /** What is right of the tab as it looks, the blanks of the form with it. */
  readonly spaced: string
  /** Left of the tab, and the text of each entry behind a mark. */
  readonly left: string
  readonly right: string
  readonly entries: readonly string[]
}

/** What is fixed by the form is left out; a tab parts left and right. */
function lineOf(tokens: readonly Token[]): Line {
  const sides = ['', '']
  const entries: string[] = []
  let side: 0 | 1 = 0
  let spaced = ''
  for (const token of tokens) {
    if (token.kind === 'mark' && isEntryMark(token.name)) entries.push('')
    if (token.kind !== 'text') continue
    const fixed = token.look.style === partStyles.label.name
    if (side === 1) spaced += fixed && token.text.trim() !== '' ? '' : token.text
    if (fixed) continue
    if (token.text === '\t') side = 1
    else if (entries.length > 0) entries[entries.length - 1] += token.text
    else sides[side] += token.text
  }
  return { spaced, left: sides[0]!, right: sides[1]!, entries: entries.filter((entry) => entry !== '') }
}

/** Without marks (another program dropped them) names are told by their blanks; two lone characters are one name, set wide. */
function namesOf(spaced: string): string[] {
  return spaced.replaceAll(/(?<=^|[\s\u3000])(\S)[\s\u3000](\S)(?=[\s\u3000]|$)/gu, '$1$2').split(/[\s\u3000]+/u).filter((name) => name !== '')
}

const dated = /^(\d{1,4})年(\d{1,2})月(\d{1,2})日(?:印发)?$/

type Loose = { -readonly [K in keyof Official]: Official[K] }

/** @returns undefined where the line says something the part has no place for. */
function withLine(official: Official, part: Exclude<ReturnType<typeof officialOfStyleName>, undefined | 'classification'>, line: Line): Loose | undefined {
  const { left, right, entries } = line
  const all = left + right + entries.join('')
  const head = official.head ?? { marks: [] }
  const alone = (known: string | undefined, make: (text: string) => Loose): Loose | undefined => (all === '' ? { ...official } : known === undefined ? make(all) : undefined)
  switch (part) {
    case 'copyNumber': return alone(official.copyNumber, (copyNumber) => ({ ...official, copyNumber }))
    case 'urgency': return alone(official.urgency, (urgency) => ({ ...official, urgency }))
    case 'remark': return alone(official.remark, (remark) => ({ ...official, remark }))
    case 'signature': return alone(official.end?.post, (post) => ({ ...official, end: { place: 'stamp', post } }))
    case 'copies': return alone(official.colophon?.copies, (copies) => ({ ...official, colophon: { ...official.colophon, copies } }))
    case 'mark': return { ...official, head: { ...head, marks: [...head.marks, ...(left === '' ? [] : [left]), ...entries] } }
    case 'documentNumber': {
      const names = entries.length > 0 ? entries : namesOf(line.spaced)
      if (left !== '' && head.documentNumber !== undefined) return undefined
      const signers = [...(head.signers ?? []), ...names]
      return { ...official, head: { ...head, ...(left === '' ? {} : { documentNumber: left }), ...(signers.length === 0 ? {} : { signers }) } }
    }
    case 'printer': {
      const date = right === '' ? undefined : dated.exec(right)
      if (date === null || (left !== '' && official.colophon?.printer !== undefined)) return undefined
      const printedOn = date === undefined ? undefined : isoDate(Number(date[1]), Number(date[2]), Number(date[3]))
      return { ...official, colophon: { ...official.colophon, ...(left === '' ? {} : { printer: left }), ...(printedOn === undefined ? {} : { printedOn }) } }
    }
  }
}

export function startOfficial(): OfficialReading {
  let official: Official = {}
  let classification: string | undefined
  let place: 'seal' | 'stamp' | undefined
  return {
    take: (styleName, tokens) => {
      const part = officialOfStyleName(styleName)
      if (part === undefined) return false
      const line = lineOf(tokens)
      if (part === 'classification') {
        const text = line.left + line.right
        if (text.length > 200 || (classification !== undefined && text !== '')) return false
        if (text !== '') classification = text
        return true
      }
      const checked = officialSchema.safeParse(withLine(official, part, line))
      if (checked.success) official = checked.data
      return checked.success
    },
    mark: (name) => { place ??= readEndMark(name) },
    result: () => {
      const read = printedOfficial({ ...official, ...(place === undefined ? {} : { end: { ...official.end, place } }) })
      // The organs come back as they stand: taken for typed ones, a name that ends in 文件 would lose it.
      const kept = read?.head === undefined || official.head === undefined ? read : { ...read, head: { ...read.head, marks: official.head.marks } }
      return { ...(kept === undefined ? {} : { official: kept }), ...(classification === undefined ? {} : { classification }) }
    },
  }
}

/** A table of ours that only places what is in it: a joint 标志, organs under their seals, 版记. */
export function isPlacingTable(table: XmlElement, styles: Styles): boolean {
  const first = (element: XmlElement): string | undefined => {
    for (const child of element.children) {
      const name = child.name === 'w:p' ? styles.paragraph(childValue(child, 'w:pPr', 'w:pStyle'))?.name ?? '' : first(child)
      if (name !== undefined && name !== blankStyle.name) return name
    }
    return undefined
  }
  const name = styles.own ? first(table) : undefined
  if (name === undefined) return false
  const role = roleOfStyleName(name)
  return officialOfStyleName(name) !== undefined || role === 'signature' || role === 'date'
}
