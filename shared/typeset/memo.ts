/**
 * Results kept by what they were made from, so that an edit sets again only what it changed: by identity where a part is the
 * same object, by its content where the document was built anew.
 */
import type { TextSetting } from './glyphs.ts'

interface Kept<V> {
  readonly width: number
  readonly setting: TextSetting
  readonly value: V
}

function sameSetting(a: TextSetting, b: TextSetting): boolean {
  return a === b || (a.metrics === b.metrics && a.flavour === b.flavour && a.characterSpacing === b.characterSpacing && a.hangingPunctuation === b.hangingPunctuation
    && a.compressPunctuation === b.compressPunctuation && a.autoSpace === b.autoSpace)
}

/** Papers at hand have some thousand paragraphs; what was not asked for while as many others came is forgotten. */
const most = 4000

export type Memo<K extends object, V> = (part: K, width: number, setting: TextSetting, make: () => V) => V

/** @param contentOf all of a part that its result depends on. */
export function memo<K extends object, V>(contentOf: (part: K) => string): Memo<K, V> {
  const byIdentity = new WeakMap<K, Kept<V>>()
  let recent = new Map<string, Kept<V>>()
  let older = new Map<string, Kept<V>>()
  return (part, width, setting, make) => {
    const fits = (one: Kept<V> | undefined): one is Kept<V> => one !== undefined && one.width === width && sameSetting(one.setting, setting)
    const same = byIdentity.get(part)
    if (fits(same)) return same.value
    const content = contentOf(part)
    const known = recent.get(content) ?? older.get(content)
    const kept = fits(known) ? known : { width, setting, value: make() }
    if (recent.size >= most) {
      older = recent
      recent = new Map()
    }
    recent.set(content, kept)
    byIdentity.set(part, kept)
    return kept.value
  }
}
