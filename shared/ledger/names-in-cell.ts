/** Who is named in a cell: “张文博、李静”, a name on each line, “李　静” set wide. */

const han = '\\p{Script=Han}'
const wideName = new RegExp(`^${han}\\s+${han}$`, 'u')
/** Blanks part names where both sides are names by themselves; a single character before a blank is a name set wide. */
const blankBetween = new RegExp(`(?<=${han}{2,}|[）)])\\s+(?=${han}{2,}|${han}\\s+${han})`, 'u')

/** The names in their order, each once. Brackets keep what is in them: “办公室（牵头、汇总）” is one. */
export function splitNames(text: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let name = ''
  const end = () => {
    const whole = name.trim().replace(/[。.：:]+$/u, '')
    for (const part of wideName.test(whole) ? [whole.replaceAll(/\s/gu, '')] : whole.split(blankBetween)) {
      const one = wideName.test(part.trim()) ? part.replaceAll(/\s/gu, '') : part.trim()
      if (one !== '' && !names.includes(one)) names.push(one)
    }
    name = ''
  }
  for (const character of text) {
    if (/[（(]/u.test(character)) depth += 1
    else if (/[）)]/u.test(character)) depth = Math.max(0, depth - 1)
    if (character === '\n' || (depth === 0 && /[、，,；;/]/u.test(character))) {
      depth = 0
      end()
    } else name += character
  }
  end()
  return names
}
