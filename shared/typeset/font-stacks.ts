/**
 * By which faces a layout's font is drawn on screen, in print and in PDF: the official ones first, under every name they
 * are installed by, then faces much like them, then the open ones that come with the program (word-format.md §7). Open
 * faces keep their own names.
 */

/** Families of `fonts.css`, made at build time (scripts/steps/fonts.mjs). */
export const bundledFamilies = {
  song: 'Noto Serif SC Variable',
  /** The same face, never lighter than 800: stands in for 小标宋. */
  heavySong: 'Noto Serif SC Heavy',
  hei: 'Noto Sans SC Variable',
  kai: 'LXGW WenKai',
} as const

interface Face {
  /** What the writer knows it as. */
  readonly title: string
  /** Under one of these it is the official face. */
  readonly names: readonly string[]
  /** Close enough to be drawn with, not the face itself. */
  readonly similar: readonly string[]
  readonly bundled: string
  readonly generic: 'serif' | 'sans-serif'
}

const faces: readonly Face[] = [
  {
    title: '仿宋_GB2312', bundled: bundledFamilies.song, generic: 'serif', similar: ['STFangsong', '华文仿宋', 'FandolFang R', 'FandolFang'],
    names: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', 'FZFangSong-Z02', '方正仿宋简体', 'FZFangSong-Z02S'],
  },
  {
    title: '楷体_GB2312', bundled: bundledFamilies.kai, generic: 'serif', similar: ['STKaiti', '华文楷体', 'FandolKai'],
    names: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', 'FZKai-Z03', '方正楷体简体', 'FZKai-Z03S'],
  },
  {
    title: '黑体', bundled: bundledFamilies.hei, generic: 'sans-serif', similar: ['STHeiti', '华文黑体', 'FandolHei'],
    names: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S'],
  },
  {
    title: '宋体', bundled: bundledFamilies.song, generic: 'serif', similar: ['STSong', '华文宋体', 'FandolSong'],
    names: ['宋体', 'SimSun', 'NSimSun', '新宋体', '方正书宋_GBK', 'FZShuSong-Z01', '方正书宋简体', 'FZShuSong-Z01S'],
  },
  {
    title: '方正小标宋简体', bundled: bundledFamilies.heavySong, generic: 'serif', similar: ['STZhongsong', '华文中宋'],
    names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05', '小标宋', '方正小标宋'],
  },
  { title: 'Times New Roman', bundled: bundledFamilies.song, generic: 'serif', similar: ['Liberation Serif', 'Tinos', 'Nimbus Roman'], names: ['Times New Roman', 'TimesNewRomanPSMT'] },
]

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function faceOf(family: string): Face | undefined {
  return faces.find((face) => face.names.some((name) => same(name, family)))
}

/** @returns every family to try, the layout's own name first, a generic one last. */
export function fontStack(family: string): readonly string[] {
  const face = faceOf(family)
  if (face === undefined) return [family, bundledFamilies.song, 'serif']
  return [family, ...face.names.filter((name) => !same(name, family)), ...face.similar, face.bundled, face.generic]
}

export interface OfficialFont {
  /** What the notice calls it. */
  readonly title: string
  /** Any of these being there is enough. */
  readonly names: readonly string[]
}

/** The official faces that the families stand for, each once; families we know nothing of stand for themselves. */
export function officialFonts(families: Iterable<string>): readonly OfficialFont[] {
  const found = new Map<string, OfficialFont>()
  for (const family of families) {
    const face = faceOf(family)
    const font = face === undefined ? { title: family, names: [family] } : { title: face.names.some((name) => same(name, family)) && !same(face.names[0]!, family) ? family : face.title, names: face.names }
    const key = face?.title ?? family
    if (!found.has(key)) found.set(key, font)
  }
  return [...found.values()]
}
