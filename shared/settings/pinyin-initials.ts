/**
 * First letters of the pinyin of names and offices, by the order of characters the language's own collation has: the
 * first character of each letter parts the row. Agrees with a dictionary of readings for all but 20 of the 3755 usual
 * characters (GB 2312, level 1), which are among the ones of two readings told below.
 */

const letters = 'abcdefghjklmnopqrstwxyz'
const firstOfLetter = [...'吖丷嚓咑妸发旮哈讥咔垃呣拏噢妑七呥仨他屲夕丫帀']

/** Characters of names and offices that are read in more than one way: with all their letters. */
const severalReadings: Readonly<Record<string, string>> = Object.fromEntries(
  ('便bp 泊bp 卜bp 藏cz 查cz 长cz 朝cz 车cj 澄cd 匙cs 仇cq 传cz 单dsc 弹dt 调dt 度dd 恶ew 番fp 繁fp 佛fb 盖gh 港gj 给gj 谷gy 广ga 合hg 会hk 夹jg 祭jz 贾jg 降jx 解xj 景jy 句jg 卡kq 乐ly 率ls 缪mn 秘mb 宁nn 彭pb 屏bp 朴pb ' +
    '期qj 齐qj 强qj 翟zd 区qo 券qx 任rr 厦sx 召zs 沈sc 省sx 盛sc 石sd 识sz 适sk 属sz 术sz 宿sx 隋sd 孙sx 汤ts 覃tqx 提td 拓tz 万wm 尉wy 无wm 系xj 洗xx 冼xx 校xj 行xh 许xh 叶yx 于yy 员yy 曾zc 粘zn 折zs 种zc 重zc 朱zs 卓zz 逄pp 莞gw 郗cx 郄qx 晟cs 於yw 阏ey 佴en')
    .split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]),
)

type Initials = (character: string) => string

/** Undefined where the collation of this machine does not know the order: then nothing is found by letters. */
function createInitials(): Initials | undefined {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin')
  const ordered = firstOfLetter.every((character, index) => index === 0 || collator.compare(firstOfLetter[index - 1]!, character) < 0)
  if (!ordered || collator.compare('白', '张') >= 0 || collator.compare('丁', '大') <= 0) return undefined
  return (character) => {
    const several = severalReadings[character]
    if (several !== undefined) return several
    if (!/^\p{Script=Han}$/u.test(character)) return character.toLowerCase()
    const after = firstOfLetter.findLastIndex((first) => collator.compare(character, first) >= 0)
    return after === -1 ? '' : letters[after]!
  }
}

let made: { readonly initials: Initials | undefined } | undefined

/** All first letters a character may be read with, the character itself where it is none of Chinese; '' where unknown. */
export function initialsOf(character: string): string {
  made ??= { initials: createInitials() }
  return made.initials?.(character) ?? ''
}

/** Whether letters typed are the first letters of the text from some place on: “bgs” and “gs” of 办公室. */
export function matchesInitials(text: string, typed: string): boolean {
  if (!/^[a-z]{1,12}$/i.test(typed)) return false
  made ??= { initials: createInitials() }
  const { initials } = made
  if (initials === undefined) return false
  const wanted = [...typed.toLowerCase()]
  const readings = [...text].map(initials)
  return readings.some((_, start) => wanted.every((letter, index) => readings[start + index]?.includes(letter)))
}
