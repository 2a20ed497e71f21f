/** Which of the few faces of official papers a font is, whatever foundry its name says: 仿宋_GB2312, FangSong and 方正仿宋_GBK are one. */
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts'

export type Face = 'hei' | 'kai' | 'fang' | 'song' | 'titleSong' | 'other'

const faces: readonly (readonly [Face, RegExp])[] = [
  ['other', /雅黑|yahei/iu],
  ['fang', /仿宋|fang\s?song|simfang|stfangso/iu],
  ['titleSong', /小标宋|大标宋|中宋|xiaobiaosong|fzxbs|stzhongs|zhongsong/iu],
  ['kai', /楷|kai/iu],
  ['hei', /黑|hei|noto sans (?:cjk|sc)|source han sans/iu],
  ['song', /宋|song|simsun|noto serif (?:cjk|sc)/iu],
]

const known = new Map<string, Face>()

export function faceOf(font: string): Face {
  const found = known.get(font)
  if (found !== undefined) return found
  const face = faces.find(([, pattern]) => pattern.test(font))?.[0] ?? 'other'
  if (known.size < 1000) known.set(font, face)
  return face
}

export interface ThemeFonts {
  readonly major: string | undefined
  readonly minor: string | undefined
}

/** The Chinese fonts of a theme: its own for East Asian text, or the one it names for simplified Chinese. */
export function readThemeFonts(root: XmlElement | undefined): ThemeFonts {
  const scheme = childOf(root, 'a:themeElements', 'a:fontScheme')
  const fontOf = (kind: string): string | undefined => {
    const fonts = childOf(scheme, kind)
    const east = childOf(fonts, 'a:ea')?.attributes['typeface']
    return east !== undefined && east !== '' ? east : childrenOf(fonts, 'a:font').find((one) => one.attributes['script'] === 'Hans')?.attributes['typeface']
  }
  return { major: fontOf('a:majorFont'), minor: fontOf('a:minorFont') }
}

/** The face of Chinese text by a w:rFonts; a theme's font goes before a named one (ISO 29500-1 §17.3.2.26). */
export function faceOfFonts(fonts: XmlElement | undefined, theme: ThemeFonts): Face | undefined {
  if (fonts === undefined) return undefined
  const { eastAsiaTheme, eastAsia } = fonts.attributes
  const name = eastAsiaTheme === undefined ? undefined : eastAsiaTheme.startsWith('major') ? theme.major : theme.minor
  if (name !== undefined) return faceOf(name)
  return eastAsia === undefined || eastAsia === '' ? undefined : faceOf(eastAsia)
}
