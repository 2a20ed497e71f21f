/** The units people speak of layouts in, and back: millimetres, points, the named sizes of type (号). */

const twipsPerMillimetre = 1440 / 25.4

/** Values of GB/T 33476.2 that rounding would show a hundredth off. */
const knownMillimetres = [34.58, 32.58]

/** Nothing on paper shows a difference of a hundredth of a millimetre. */
const tolerance = 0.0125

export function millimetresOf(twips: number): number {
  const exact = twips / twipsPerMillimetre
  const known = knownMillimetres.find((value) => twipsOfMillimetres(value) === twips)
  if (known !== undefined) return known
  for (const digits of [0, 1]) {
    const rounded = Number(exact.toFixed(digits))
    if (Math.abs(rounded - exact) <= tolerance) return rounded
  }
  return Number(exact.toFixed(2))
}

export function twipsOfMillimetres(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre)
}

export function pointsOf(twips: number): number {
  return twips / 20
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20)
}

/** The named sizes in half-points, largest first. */
export const namedSizes: readonly (readonly [name: string, halfPoints: number])[] = [
  ['初号', 84], ['小初', 72], ['一号', 52], ['小一', 48], ['二号', 44], ['小二', 36], ['三号', 32], ['小三', 30],
  ['四号', 28], ['小四', 24], ['五号', 21], ['小五', 18], ['六号', 15], ['小六', 13], ['七号', 11], ['八号', 10],
]

/** “三号”, or undefined for a size without a name. */
export function sizeName(halfPoints: number): string | undefined {
  return namedSizes.find(([, size]) => size === halfPoints)?.[0]
}

/** “三号（16 磅）”; “17 磅” where the size has no name. */
export function sizeText(halfPoints: number): string {
  const name = sizeName(halfPoints)
  return name === undefined ? `${halfPoints / 2} 磅` : `${name}（${halfPoints / 2} 磅）`
}

/** Half-points of what was typed: 三号, 3号, 16, 16磅, 16.5 pt. Undefined where it is no size. */
export function readSize(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '').replace(/\(.*\)$/u, '').replace(/^([1-8])号$/u, (_, digit: string) => `${'一二三四五六七八'[Number(digit) - 1]!}号`).replace(/^小([1-6])号?$/u, (_, digit: string) => `小${'一二三四五六'[Number(digit) - 1]!}`)
  const named = namedSizes.find(([name]) => name === text || (name.startsWith('小') && text === `${name}号`))
  if (named) return named[1]
  const points = /^(\d+(?:\.\d+)?)(?:磅|pt)?$/iu.exec(text)?.[1]
  if (points === undefined) return undefined
  const half = Number(points) * 2
  return Number.isInteger(half) ? half : undefined
}

/** At most two decimals, no zeros at the end. */
export function shortNumber(value: number): string {
  return String(Number(value.toFixed(2)))
}
