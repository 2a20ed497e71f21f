/** How Word writes the numbers of its automatic lists (ISO 29500-1 §17.18.59, ST_NumberFormat). */

const digits = '〇一二三四五六七八九'
const places = ['', '十', '百', '千']
const legalDigits = '零壹贰叁肆伍陆柒捌玖'
const legalPlaces = ['', '拾', '佰', '仟']

/** 1–9999 in place notation: 105 → 一百零五. */
function counted(value: number, signs: string, names: readonly string[], zero: string, bareTen: boolean): string {
  if (value < 1 || value > 9999) return String(value)
  const text = [...String(value)].reverse()
  let result = ''
  text.forEach((digit, place) => {
    if (digit === '0') {
      if (result !== '' && !result.startsWith(zero)) result = zero + result
    } else result = signs[Number(digit)]! + names[place]! + result
  })
  // 十二, not 一十二.
  return bareTen && value >= 10 && value < 20 ? result.slice(1) : result
}

const spelled = (value: number) => [...String(value)].map((digit) => digits[Number(digit)]!).join('')

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

const cycle = (value: number, names: string) => (value >= 1 && value <= names.length ? names[value - 1]! : String(value))

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  chineseCounting: (value) => (value < 100 ? counted(value, digits, places, '〇', true) : spelled(value)),
  chineseCountingThousand: (value) => counted(value, digits, places, '零', true),
  chineseLegalSimplified: (value) => counted(value, legalDigits, legalPlaces, '零', false),
  ideographDigital: spelled,
  ideographTraditional: (value) => cycle(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cycle(value, '子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: (value) => signs(value, 0x2460, 20),
  decimalEnclosedParen: (value) => signs(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => signs(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => signs(value, 0x3280, 10),
  none: () => '',
}

/** Names that mean the same as others. */
const aliases: Readonly<Record<string, string>> = {
  decimalFullWidth2: 'decimalFullWidth', decimalEnclosedCircleChinese: 'decimalEnclosedCircle', ideographLegalTraditional: 'chineseLegalSimplified',
  japaneseCounting: 'chineseCountingThousand', taiwaneseCounting: 'chineseCounting', taiwaneseCountingThousand: 'chineseCountingThousand',
  japaneseDigitalTenThousand: 'ideographDigital', taiwaneseDigital: 'ideographDigital', koreanDigital2: 'ideographDigital', japaneseLegal: 'chineseLegalSimplified',
}

/** Formats unknown here are written in plain figures. */
export function formatListNumber(value: number, format: string): string {
  return (formats[aliases[format] ?? format] ?? String)(value)
}
