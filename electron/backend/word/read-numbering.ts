/** word/numbering.xml: the text of automatic numbers, which stands nowhere in the paragraphs. */
import { formatListNumber, isKnownFormat } from './number-formats.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** The first numbers of a custom format. */
  readonly example: string | undefined
  readonly text: string
  /** All figures plain (`isLgl`). */
  readonly legal: boolean
  /** Begins again behind a level above this one only; 0 never. */
  readonly restart: number | undefined
  /** Style that carries this level. */
  readonly style: string | undefined
  /** The number is counted and not shown. */
  readonly hidden: boolean
}

interface AbstractNumbering {
  readonly levels: ReadonlyMap<number, Level>
  /** Has no levels itself: they are those of this numbering style. */
  readonly styleLink: string | undefined
}

interface NumberingInstance {
  readonly abstractId: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

export interface ListNumber {
  readonly text: string
  readonly bullet: boolean
  /** Written in plain figures, for the format is not known. */
  readonly unknownFormat: boolean
}

/** Counts through one story: the body, or all text boxes together. */
export interface Counter {
  /** The next number; undefined where the paragraph has none. Call once for each paragraph, in order. */
  readonly next: (numId: string, level: number) => ListNumber | undefined
}

export interface Numbering {
  /** Level of a numbering that is tied to a paragraph style. */
  readonly levelOfStyle: (numId: string, styleId: string) => number | undefined
  readonly startStory: () => Counter
}

const integer = (text: string | undefined): number | undefined => (text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined)

/** The format, also where a newer one stands beside what older programs show instead. */
function formatOf(level: XmlElement): XmlElement | undefined {
  const choice = childOf(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt')
  return childOf(level, 'w:numFmt') ?? (choice?.attributes['val'] === 'custom' && (choice.attributes['format'] ?? '') !== '' ? choice : childOf(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? choice)
}

function readLevel(element: XmlElement): Level {
  const format = formatOf(element)
  return {
    start: integer(childValue(element, 'w:start')) ?? 0,
    format: format?.attributes['val'] ?? 'decimal',
    example: format?.attributes['format'],
    text: (childValue(element, 'w:lvlText') ?? '').slice(0, longestText),
    legal: childToggle(element, 'w:isLgl') ?? false,
    restart: integer(childValue(element, 'w:lvlRestart')),
    style: childValue(element, 'w:pStyle'),
    hidden: childToggle(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
  }
}

/** Word has nine levels (ISO 29500-1 §17.9.3); a number longer than this is no number. Both keep a hostile file small. */
const levelCount = 9
const longestText = 60

function levelOf(element: XmlElement): number | undefined {
  const level = integer(element.attributes['ilvl']) ?? 0
  return level >= 0 && level < levelCount ? level : undefined
}

function readLevels(parent: XmlElement): Map<number, Level> {
  return new Map(childrenOf(parent, 'w:lvl').flatMap((element) => {
    const level = levelOf(element)
    return level === undefined ? [] : [[level, readLevel(element)] as const]
  }))
}

function readInstance(element: XmlElement): NumberingInstance {
  const overrides = childrenOf(element, 'w:lvlOverride')
  return {
    abstractId: childValue(element, 'w:abstractNumId') ?? '',
    starts: new Map(overrides.flatMap((one) => {
      const start = integer(childValue(one, 'w:startOverride'))
      const at = levelOf(one)
      return start === undefined || at === undefined ? [] : [[at, start] as const]
    })),
    levels: new Map(overrides.flatMap((one) => {
      const level = childOf(one, 'w:lvl')
      const at = levelOf(one)
      return level === undefined || at === undefined ? [] : [[at, readLevel(level)] as const]
    })),
  }
}

const none: Numbering = { levelOfStyle: () => undefined, startStory: () => ({ next: () => undefined }) }

/** @param numIdOfStyle the numbering a numbering style names. */
export function readNumbering(root: XmlElement | undefined, numIdOfStyle: (styleId: string) => string | undefined): Numbering {
  if (root === undefined) return none
  const abstracts = new Map(childrenOf(root, 'w:abstractNum').map((one): [string, AbstractNumbering] =>
    [one.attributes['abstractNumId'] ?? '', { levels: readLevels(one), styleLink: childValue(one, 'w:numStyleLink') }]))
  const instances = new Map(childrenOf(root, 'w:num').map((one): [string, NumberingInstance] => [one.attributes['numId'] ?? '', readInstance(one)]))

  const abstractOf = (instance: NumberingInstance): { id: string; levels: ReadonlyMap<number, Level> } => {
    const own = abstracts.get(instance.abstractId)
    const linked = own?.styleLink === undefined || own.levels.size > 0 ? undefined : instances.get(numIdOfStyle(own.styleLink) ?? '')
    const id = linked?.abstractId ?? instance.abstractId
    return { id, levels: abstracts.get(id)?.levels ?? new Map() }
  }

  const startStory = (): Counter => {
    /** By abstract numbering: instances of one count on from each other. */
    const counters = new Map<string, Map<number, number>>()
    const begun = new Set<string>()
    return {
      next: (numId, at) => {
        const instance = instances.get(numId)
        if (instance === undefined) return undefined
        const { id, levels } = abstractOf(instance)
        const levelAt = (index: number) => instance.levels.get(index) ?? levels.get(index)
        const level = levelAt(at)
        if (level === undefined) return undefined
        const counter = counters.get(id) ?? new Map<number, number>()
        counters.set(id, counter)
        const override = instance.starts.get(at)
        const first = override !== undefined && !begun.has(`${numId}:${at}`)
        begun.add(`${numId}:${at}`)
        const value = first ? override : counter.has(at) ? counter.get(at)! + 1 : (override ?? level.start)
        counter.set(at, value)
        for (const below of [...counter.keys()]) {
          const restart = levelAt(below)?.restart
          if (below > at && (restart === undefined || at < restart)) counter.delete(below)
        }
        for (let above = 0; above < at; above += 1) if (!counter.has(above)) counter.set(above, levelAt(above)?.start ?? 1)
        if (level.format === 'bullet') return { text: '', bullet: true, unknownFormat: false }
        if (level.hidden) return { text: '', bullet: false, unknownFormat: false }
        let unknownFormat = false
        const text = level.text.replace(/%([1-9])/g, (_, place: string) => {
          const index = Number(place) - 1
          const own = levelAt(index)
          const format = level.legal && own?.format !== 'bullet' && own?.format !== 'none' ? 'decimal' : (own?.format ?? 'decimal')
          unknownFormat ||= !isKnownFormat(format)
          return formatListNumber(counter.get(index) ?? own?.start ?? 1, format, own?.example)
        })
        return { text, bullet: false, unknownFormat }
      },
    }
  }

  return {
    levelOfStyle: (numId, styleId) => {
      const instance = instances.get(numId)
      if (instance === undefined) return undefined
      return [...abstractOf(instance).levels].find(([, level]) => level.style === styleId)?.[0]
    },
    startStory,
  }
}
