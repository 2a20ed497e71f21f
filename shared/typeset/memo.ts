/** Results kept by the identity of what they were made from: parts that an edit left alone are not set again. */
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

export type Memo<K extends object, V> = (key: K, width: number, setting: TextSetting, make: () => V) => V

export function memo<K extends object, V>(): Memo<K, V> {
  const kept = new WeakMap<K, Kept<V>>()
  return (key, width, setting, make) => {
    const found = kept.get(key)
    if (found !== undefined && found.width === width && sameSetting(found.setting, setting)) return found.value
    const value = make()
    kept.set(key, { width, setting, value })
    return value
  }
}
