/** Damage inside a zip: parts changed, and the package put together again so that it opens. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateText } from './mutate-text.ts'
import type { Random } from './random.ts'

type Parts = Readonly<Record<string, Uint8Array>>

function changePart(parts: Parts, random: Random, other: Uint8Array): Parts {
  const names = Object.keys(parts)
  const marked = names.filter((name) => /\.(?:xml|rels)$/iu.test(name) || name === 'mimetype')
  // What tells of the paper is worth more tries than the theme.
  const main = marked.filter((name) => /(?:document|content|styles|numbering|footnotes|comments)\d*\.xml(?:\.rels)?$/iu.test(name))
  const name = random.pick(random.chance(0.75) && main.length > 0 ? main : marked.length > 0 ? marked : names)
  const bytes = parts[name]!
  switch (random.below(14)) {
    case 0: return Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name))
    case 1: return { ...parts, [name]: new Uint8Array(0) }
    case 2: return { ...parts, [name]: parts[random.pick(names)]! }
    case 3: return { ...Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)), [random.pick([name.toUpperCase(), `/${name}`, `../${name}`, name.replaceAll('/', '\\'), `${name}x`, '标题.xml'])]: bytes }
    case 4: return { ...parts, [`${name}${random.below(9)}`]: bytes, [`extra${random.below(900)}.bin`]: other.subarray(0, 2048) }
    case 5: return { ...parts, [name]: mutateBytes(bytes, random, other) }
    case 6: return { ...parts, [name]: new Uint8Array([...random.pick([[0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xfe, 0xff]]), ...bytes]) }
    default: return { ...parts, [name]: strToU8(mutateText(strFromU8(bytes), random)) }
  }
}

/** Undefined where the bytes are no zip that opens. */
export function mutatePackage(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array | undefined {
  let parts: Parts
  try {
    parts = unzipSync(bytes)
  } catch {
    return undefined
  }
  for (let count = 1 + random.below(random.chance(0.7) ? 1 : 4); count > 0 && Object.keys(parts).length > 0; count -= 1) parts = changePart(parts, random, other)
  try {
    const zipped = zipSync(parts, { level: random.chance(0.5) ? 0 : 1 })
    return random.chance(0.1) ? mutateBytes(zipped, random, other) : zipped
  } catch {
    // Names that fflate does not write.
    return undefined
  }
}
