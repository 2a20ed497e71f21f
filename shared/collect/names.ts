/** Names of units and of classes of problems as they are compared: one name written in two ways is one name. */

/** Full and half width, blanks and the marks around a name say nothing; everything else does. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff]+/gu, '').replace(/^["'“”‘’]+|["'“”‘’。,;:、]+$/gu, '').toLowerCase()
}

const leadingNumber = /^(?:第?[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[．.、）)])\s*/u

/** “（一）在 理论学习方面存在的问题：” and “理论学习” are one class. '' where there is none. */
export function classKey(category: string): string {
  const plain = plainName(category.split('\n')[0] ?? '').replace(leadingNumber, '')
  const short = plain.replace(/^在(?=.+方面)/u, '').replace(/(?:方面)?(?:存在)?的?(?:主要|突出)?问题$/u, '').replace(/方面$/u, '')
  return short === '' ? plain : short
}

/** How a class is shown: as it was written, its number and closing marks left out. */
export function className(category: string): string {
  return (category.split('\n')[0] ?? '').trim().replace(leadingNumber, '').replace(/[\s。：:；，]+$/u, '')
}

/** A problem's words without what is set otherwise from paper to paper: marks and blanks. */
export function plainProblem(problem: string): string {
  return problem.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]+/gu, '').toLowerCase()
}

export interface ExpectedUnit {
  /** As it is shown. */
  readonly name: string
  /** All it may be called, compared names, its own first. */
  readonly keys: readonly string[]
}

/** “青禾县水务局（水务局）” or “青禾县水务局 水务局”: the full name, then what it is called for short. */
function expectedUnit(entry: string): ExpectedUnit | undefined {
  const bracketed = /^(.*?)[（(]([^（()）]+)[）)]$/u.exec(entry.trim())
  const names = bracketed === null ? entry.split(/[\s|/]+/u) : [bracketed[1]!, entry, ...bracketed[2]!.replace(/^(?:以下)?简称[:：]?/u, '').split(/[\s,，、;；|/]+/u)]
  const name = names.map((one) => one.trim()).find((one) => one !== '') ?? ''
  const keys = [...new Set([name, ...names].map(plainName))].filter((key) => key !== '')
  return keys.length === 0 ? undefined : { name, keys }
}

/** Units as a list is written or pasted: one on a line, or parted by 、，；. Each once. */
export function expectedUnits(lines: readonly string[]): ExpectedUnit[] {
  const found: ExpectedUnit[] = []
  const known = new Set<string>()
  for (const entry of lines.flatMap((line) => line.split(/[,，、;；\n](?![^（(]*[）)])/u))) {
    const unit = expectedUnit(entry)
    if (unit === undefined || known.has(unit.keys[0]!)) continue
    known.add(unit.keys[0]!)
    found.push(unit)
  }
  return found
}
