/** A JSON value changed in one place or a few: fields gone, strange values, lists of thousands, keys that mean something to JavaScript. */
import type { Random } from './random.ts'

type Holder = unknown[] | Record<string, unknown>

function places(value: unknown, found: [Holder, string | number][] = [], depth = 0): [Holder, string | number][] {
  if (typeof value !== 'object' || value === null || depth > 40 || found.length > 5000) return found
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([value as Holder, key])
    places((value as Record<string | number, unknown>)[key], found, depth + 1)
  }
  return found
}

const strange = (random: Random): unknown => random.pick<() => unknown>([
  () => null, () => true, () => 0, () => -1, () => 1.5, () => 1e308, () => 2 ** 53, () => '', () => 'x'.repeat(100_000), () => '\ud800', () => '\u0000', () => '一\n二', () => '𠮷'.repeat(300),
  () => [], () => ({}), () => [[[[]]]], () => ({ __proto__: null, constructor: 1 }), () => '../../../x', () => 'gb33476', () => Array.from({ length: 3000 }, () => 0), () => random.below(1000),
])()

function mutateOnce(root: { value: unknown }, random: Random): void {
  const all = places(root.value)
  if (all.length === 0) return void (root.value = strange(random))
  const [holder, key] = random.pick(all)
  const at = holder as Record<string | number, unknown>
  switch (random.below(9)) {
    case 0: return void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete at[key])
    case 1: return void (at[key] = strange(random))
    case 2: return void (at[key] = structuredClone(random.pick(all)[0] as unknown))
    case 3: {
      if (!Array.isArray(holder)) return void Object.defineProperty(holder, random.pick(['__proto__', 'constructor', 'more', 'id', 'schemaVersion']), { value: strange(random), enumerable: true, configurable: true, writable: true })
      const one = holder[Number(key)]
      // Thousands of the same: ids twice, huge counts.
      const more = Array.from({ length: random.pick([1, 1, 2, 50, 20_000]) }, () => structuredClone(one))
      holder.splice(Number(key), 0, ...more)
      return
    }
    case 4: return void (typeof at[key] === 'string' ? (at[key] = random.pick([`${at[key]}改`, at[key].slice(1), at[key].toUpperCase(), at[key] + at[key]])) : (at[key] = strange(random)))
    case 5: return void (typeof at[key] === 'number' ? (at[key] = at[key] + random.pick([1, -1, 1000])) : (at[key] = strange(random)))
    case 6: {
      const other = random.pick(all)
      const [mine, theirs] = [at[key], (other[0] as Record<string | number, unknown>)[other[1]]]
      at[key] = structuredClone(theirs)
      ;(other[0] as Record<string | number, unknown>)[other[1]] = structuredClone(mine)
      return
    }
    case 7: {
      let deep: unknown = at[key]
      for (let level = random.pick([5, 200, 3000]); level > 0; level -= 1) deep = random.chance(0.5) ? [deep] : { a: deep }
      return void (at[key] = deep)
    }
    default: return void (typeof at[key] === 'string' ? (at[key] = `${at[key]}。`) : (at[key] = structuredClone(at[key])))
  }
}

/** @returns the text of the changed value; now and then with blanks, a key twice or a number no JSON has. */
export function mutateJson(text: string, random: Random): string {
  const root = { value: null as unknown }
  let changed: string
  try {
    root.value = JSON.parse(text)
    for (let count = 1 + random.below(random.chance(0.7) ? 1 : 4); count > 0; count -= 1) mutateOnce(root, random)
    changed = JSON.stringify(root.value) ?? 'null'
  } catch {
    // A value that holds itself, is nested deeper than it can be copied, or was no JSON any more.
    return `${'['.repeat(5000)}${']'.repeat(5000)}`
  }
  switch (random.below(12)) {
    case 0: return changed.replaceAll(',"', ',\n  "')
    case 1: return changed.replace('{', '{"id":"twice",')
    case 2: return changed.replace(/:\d+/, random.pick([':1e999', ':-0', ':01', ':NaN', ':1.0']))
    case 3: return changed + random.pick([' ', '\n', '\u0000', '}', ' '.repeat(1_000_000)])
    default: return changed
  }
}
