/** How Word writes the numbers of its automatic lists (ISO 29500-1 §17.18.59, ST_NumberFormat). */

/** Signs of place notation, 0 first, and the names of 10, 100, 1000 and 10,000. */
interface Counting {
  readonly digits: string
  readonly places: readonly string[]
  readonly zero: string
  /** 十二, not 一十二. */
  readonly bareTen: boolean
  /** 百五: no 一 before any place, no zero between (Japanese). */
  readonly terse?: true
}

const chinese: Counting = { digits: '〇一二三四五六七八九', places: ['', '十', '百', '千', '万'], zero: '零', bareTen: true }
const legal: Counting = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟', '万'], zero: '零', bareTen: false }
const legalTraditional: Counting = { digits: '零壹貳參肆伍陸柒捌玖', places: ['', '拾', '佰', '仟', '萬'], zero: '零', bareTen: false }
const taiwanese: Counting = { digits: '○一二三四五六七八九', places: ['', '十', '百', '千', '萬'], zero: '零', bareTen: true }
const japanese: Counting = { digits: '〇一二三四五六七八九', places: ['', '十', '百', '千', '万'], zero: '', bareTen: true, terse: true }
const japaneseLegal: Counting = { digits: '〇壱弐参四伍六七八九', places: ['', '拾', '百', '阡', '萬'], zero: '', bareTen: false }

/** 1–99,999 in place notation: 105 → 一百零五; plain figures beyond. */
function counted(value: number, { digits, places, zero, bareTen, terse }: Counting): string {
  if (value < 1 || value > 99_999) return String(value)
  let result = ''
  ;[...String(value)].reverse().forEach((digit, place) => {
    if (digit === '0') {
      if (result !== '' && zero !== '' && !result.startsWith(zero)) result = zero + result
    } else result = (terse && digit === '1' && place > 0 && place < 4 ? '' : digits[Number(digit)]!) + places[place]! + result
  })
  return bareTen && !terse && value >= 10 && value < 20 ? result.slice(1) : result
}

const spelled = (value: number, digits: string) => [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('')

/** Below a hundred in place notation, digit by digit from there: 九十九, 一〇〇. */
const shortCounted = (value: number, counting: Counting) => (value >= 1 && value < 100 ? counted(value, counting) : spelled(value, counting.digits))

function letters(value: number, first: string): string {
  if (value < 1 || value > 26 * 30) return String(value)
  return String.fromCodePoint(first.codePointAt(0)! + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let left = value
  let text = ''
  for (const [worth, sign] of romanSteps) {
    for (; left >= worth; left -= worth) text += sign
  }
  return text
}

/** One sign each for the first numbers, plain figures beyond. */
const signs = (value: number, first: number, last: number) => (value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value))

const oneOf = (value: number, names: string) => (value >= 1 && value <= names.length ? names[value - 1]! : String(value))

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

function ordinal(value: number): string {
  const last = value % 10
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${!teen && last === 1 ? 'st' : !teen && last === 2 ? 'nd' : !teen && last === 3 ? 'rd' : 'th'}`
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  numberInDash: (value) => `- ${value} -`,
  ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  chicago: (value) => '*†‡§'[(value - 1) % 4]?.repeat(Math.min(30, Math.ceil(value / 4))) ?? String(value),
  chineseCounting: (value) => shortCounted(value, chinese),
  chineseCountingThousand: (value) => counted(value, chinese),
  chineseLegalSimplified: (value) => counted(value, legal),
  ideographDigital: (value) => spelled(value, chinese.digits),
  ideographLegalTraditional: (value) => counted(value, legalTraditional),
  ideographTraditional: (value) => oneOf(value, stems),
  ideographZodiac: (value) => oneOf(value, branches),
  ideographZodiacTraditional: (value) => (value >= 1 && value <= 60 ? stems[(value - 1) % 10]! + branches[(value - 1) % 12]! : String(value)),
  decimalEnclosedCircle: (value) => signs(value, 0x2460, 20),
  decimalEnclosedParen: (value) => signs(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => signs(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => signs(value, 0x3280, 10),
  taiwaneseCounting: (value) => shortCounted(value, taiwanese),
  taiwaneseCountingThousand: (value) => counted(value, taiwanese),
  taiwaneseDigital: (value) => spelled(value, taiwanese.digits),
  japaneseCounting: (value) => counted(value, japanese),
  japaneseLegal: (value) => counted(value, japaneseLegal),
  none: () => '',
  bullet: () => '',
}

/** Names that mean the same as others. */
const aliases: Readonly<Record<string, string>> = {
  decimalFullWidth2: 'decimalFullWidth', decimalHalfWidth: 'decimal', decimalEnclosedCircleChinese: 'decimalEnclosedCircle', japaneseDigitalTenThousand: 'ideographDigital',
}

/** “001, 002, 003, ...”: how the first numbers look; further ones are written with as many places. */
function customNumber(value: number, example: string): string | undefined {
  const items = example.split(',').map((item) => item.trim()).filter((item) => item !== '' && !/^(?:\.{2,}|…)$/u.test(item))
  const first = items[0]
  if (first === undefined) return undefined
  if (/^\d+$/.test(first)) return String(value).padStart(first.length, '0')
  return items[value - 1]
}

/**
 * @param format the name of the format; unknown ones are written in plain figures.
 * @param example for `custom` (Word 2010 and later): the first numbers, parted by commas.
 */
export function formatListNumber(value: number, format: string, example?: string): string {
  if (format === 'custom') return customNumber(value, (example ?? '').slice(0, 200)) ?? String(value)
  return (formats[aliases[format] ?? format] ?? String)(value)
}

/** Whether numbers of the format are written as Word does. */
export const isKnownFormat = (format: string) => format === 'custom' || Object.hasOwn(formats, aliases[format] ?? format)
