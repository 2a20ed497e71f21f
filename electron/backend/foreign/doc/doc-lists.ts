/** Automatic numbers of a .doc ([MS-DOC] 2.4.6.3): the list tables, and how far each list has counted. */
import { formatListNumber } from '../../word/number-formats.ts'
import { nfcFormat } from '../nfc-formats.ts'
import { utf16Text } from './utf16-text.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly legal: boolean
  readonly noRestart: boolean
  /** Begins again behind a level above this one only. */
  readonly restart: number
  /** Characters 0–8 stand for the numbers of levels. */
  readonly text: string
}

interface Override {
  readonly list: number
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

export interface DocLists {
  /** The next number; undefined where the paragraph has none. Call once for each paragraph, in order. */
  readonly next: (override: number, level: number) => { readonly text: string; readonly bullet: boolean } | undefined
}

const longestText = 60
const mostLists = 20_000

/** @returns the level and where the next one begins. */
function readLevel(bytes: Buffer, at: number): readonly [Level, number] {
  const flags = bytes[at + 5]!
  const characters = bytes[at + 24]!
  const paragraphs = bytes[at + 25]!
  const textAt = at + 28 + characters + paragraphs
  const length = bytes.readUInt16LE(textAt)
  const level: Level = {
    start: bytes.readInt32LE(at), format: nfcFormat(bytes[at + 4]!), legal: (flags & 4) !== 0, noRestart: (flags & 8) !== 0, restart: bytes[at + 26]!,
    text: utf16Text(bytes, textAt + 2, textAt + 2 + Math.min(length, longestText) * 2),
  }
  return [level, textAt + 2 + length * 2]
}

function readListTable(bytes: Buffer): Map<number, Level[]> {
  const lists = new Map<number, Level[]>()
  if (bytes.length < 2) return lists
  const count = Math.min(bytes.readUInt16LE(0), mostLists)
  let at = 2 + count * 28
  for (let index = 0; index < count; index += 1) {
    const head = 2 + index * 28
    const simple = (bytes[head + 26]! & 1) !== 0
    const levels: Level[] = []
    for (let level = 0; level < (simple ? 1 : 9); level += 1) {
      const [read, next] = readLevel(bytes, at)
      levels.push(read)
      at = next
    }
    lists.set(bytes.readInt32LE(head), levels)
  }
  return lists
}

function readOverrides(bytes: Buffer): Override[] {
  if (bytes.length < 4) return []
  const count = Math.min(bytes.readUInt32LE(0), mostLists)
  const overrides: Override[] = []
  let at = 4 + count * 16
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * 16
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    at += 4
    for (let left = bytes[head + 12]!; left > 0; left -= 1) {
      const start = bytes.readInt32LE(at)
      const flags = bytes.readUInt32LE(at + 4)
      at += 8
      const level = flags & 0xf
      if ((flags & 0x10) !== 0) starts.set(level, start)
      if ((flags & 0x20) !== 0) {
        const [read, next] = readLevel(bytes, at)
        levels.set(level, read)
        if ((flags & 0x10) !== 0) starts.set(level, read.start)
        at = next
      }
    }
    overrides.push({ list: bytes.readInt32LE(head), starts, levels })
  }
  return overrides
}

/** Tables that break off number nothing: the text counts more than its numbers. */
function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return otherwise
    throw error
  }
}

export function readDocLists(listTable: Buffer, overrideTable: Buffer): DocLists {
  const lists = quietly(() => readListTable(listTable), new Map<number, Level[]>())
  const overrides = quietly(() => readOverrides(overrideTable), [])
  const counters = new Map<number, Map<number, number>>()
  const begun = new Set<string>()
  return {
    next: (number, at) => {
      const override = number >= 1 && number <= 0xf000 ? overrides[number - 1] : undefined
      const levels = override === undefined ? undefined : lists.get(override.list)
      if (override === undefined || levels === undefined) return undefined
      const levelAt = (index: number) => override.levels.get(index) ?? levels[index]
      const level = levelAt(at)
      if (level === undefined) return undefined
      const counter = counters.get(override.list) ?? new Map<number, number>()
      counters.set(override.list, counter)
      const key = `${number}:${at}`
      const start = override.starts.get(at)
      const value = start !== undefined && !begun.has(key) ? start : counter.has(at) ? counter.get(at)! + 1 : (start ?? level.start)
      begun.add(key)
      counter.set(at, value)
      for (const below of [...counter.keys()]) {
        const one = levelAt(below)
        if (below > at && !(one?.noRestart === true && at >= one.restart)) counter.delete(below)
      }
      for (let above = 0; above < at; above += 1) if (!counter.has(above)) counter.set(above, levelAt(above)?.start ?? 1)
      if (level.format === 'bullet') return { text: '', bullet: true }
      const text = level.text.replace(/[\u0000-\u0008]/g, (place) => {
        const index = place.charCodeAt(0)
        const shown = levelAt(index)
        return formatListNumber(counter.get(index) ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'))
      })
      return { text: text.trim(), bullet: false }
    },
  }
}
