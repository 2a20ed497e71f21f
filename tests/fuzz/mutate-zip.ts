/** Damage of a zip's own structure: records, names, sizes and counts that do not agree with each other. */
import type { Random } from './random.ts'

interface Record { readonly at: number; readonly length: number; readonly name: string; readonly nameAt: number }

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
/** Offset and width of the fields worth a lie: flags, method, checksum, sizes, lengths, attributes, offset. */
const fields = {
  local: [[6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2]],
  central: [[4, 2], [6, 2], [8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [34, 2], [38, 4], [42, 4]],
  end: [[4, 2], [6, 2], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2]],
} as const

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function records(bytes: Uint8Array, kind: 'local' | 'central'): Record[] {
  const view = buffer(bytes)
  const found: Record[] = []
  const sign = Buffer.alloc(4)
  sign.writeUInt32LE(signatures[kind])
  const head = kind === 'local' ? 30 : 46
  for (let at = view.indexOf(sign); at !== -1 && at + head <= view.length; at = view.indexOf(sign, at + 4)) {
    const nameLength = view.readUInt16LE(at + (kind === 'local' ? 26 : 28))
    const length = head + nameLength + view.readUInt16LE(at + (kind === 'local' ? 28 : 30)) + (kind === 'central' ? view.readUInt16LE(at + 32) : 0)
    found.push({ at, length, name: view.toString('latin1', at + head, at + head + nameLength), nameAt: at + head })
  }
  return found
}

const endOf = (bytes: Uint8Array) => buffer(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

/** The end record told what the central directory holds now. */
function withEnd(bytes: Uint8Array, counts: number, size: number): Uint8Array {
  const result = buffer(bytes)
  const end = endOf(result)
  result.writeUInt16LE(counts & 0xffff, end + 8)
  result.writeUInt16LE(counts & 0xffff, end + 10)
  result.writeUInt32LE(size, end + 12)
  return result
}

function rewritten(bytes: Uint8Array, change: (parts: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const central = records(bytes, 'central')
  if (central.length === 0) return bytes
  const first = central[0]!.at
  const parts = change(central.map(({ at, length }) => bytes.slice(at, at + length)))
  return withEnd(join(bytes.subarray(0, first), ...parts, bytes.subarray(endOf(bytes))), parts.length, parts.reduce((sum, part) => sum + part.length, 0))
}

/** Of one length with the name, so that nothing else moves. */
function otherName(name: string, names: readonly string[], random: Random): string {
  const wanted = random.pick(['../../../../../evil.json', '/etc/cron.d/evil', 'C:\\Windows\\evil.json', 'contents\\draft\\1.json', 'manifest.json', 'signature.json', name.toUpperCase(), `${'a'.repeat(name.length - 1)}/`, '\u0000'.repeat(name.length), random.pick(names)])
  return wanted.padEnd(name.length, random.pick(['x', ' ', '/'])).slice(0, name.length)
}

function renamed(bytes: Uint8Array, which: readonly ('local' | 'central')[], random: Random): Uint8Array {
  const result = bytes.slice()
  const names = records(bytes, 'central').map(({ name }) => name)
  const index = random.below(names.length)
  const name = otherName(names[index]!, names, random)
  for (const kind of which) {
    const record = records(bytes, kind)[index]
    if (record && record.name.length === name.length) result.set(Buffer.from(name, 'latin1'), record.nameAt)
  }
  return result
}

function lie(bytes: Uint8Array, random: Random): Uint8Array {
  const result = bytes.slice()
  const view = buffer(result)
  const kind = random.pick(['local', 'central', 'central', 'end'] as const)
  const at = kind === 'end' ? endOf(result) : random.pick(records(result, kind))?.at ?? -1
  if (at < 0) return result
  const [offset, width] = random.pick<readonly [number, number]>(fields[kind])
  if (at + offset + width > view.length) return result
  const old = view.readUIntLE(at + offset, width)
  const value = random.pick([0, 1, old + 1, Math.max(0, old - 1), old * 2, 0xffff, 0xfffffffe, 0xffffffff, random.below(0xffff)])
  view.writeUIntLE(value % 2 ** (8 * width), at + offset, width)
  return result
}

const mutations: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  lie, lie,
  (bytes, random) => renamed(bytes, ['central'], random),
  (bytes, random) => renamed(bytes, ['local'], random),
  (bytes, random) => renamed(bytes, ['central', 'local'], random),
  (bytes, random) => rewritten(bytes, (parts) => [...parts, random.pick(parts)]),
  (bytes, random) => rewritten(bytes, (parts) => parts.toSpliced(random.below(parts.length), 1)),
  (bytes, random) => rewritten(bytes, (parts) => parts.toSorted(() => random.below(3) - 1)),
  // Two names for one place: what unpacks to thousands of times its size is made so.
  (bytes, random) => rewritten(bytes, (parts) => {
    const [from, to] = [random.below(parts.length), random.below(parts.length)]
    const changed = parts[to]!.slice()
    changed.set(parts[from]!.subarray(16, 28), 16)
    changed.set(parts[from]!.subarray(42, 46), 42)
    return parts.with(to, changed)
  }),
  (bytes, random) => rewritten(bytes, (parts) => Array.from({ length: random.pick([100, 11_000, 70_000]) }, (_, index) => parts[index % parts.length]!)),
  // Something before, something behind.
  (bytes, random) => join(new Uint8Array(1 + random.below(100)), bytes),
  (bytes, random) => join(bytes, Uint8Array.from({ length: 1 + random.below(70_000) }, () => random.below(256))),
  // A second end, and the marks of the long form.
  (bytes) => join(bytes, bytes.subarray(endOf(bytes))),
  (bytes, random) => {
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50)
    locator.writeUInt32LE(random.below(bytes.length), 8)
    locator.writeUInt32LE(1, 16)
    const end = endOf(bytes)
    const long = bytes.slice(end)
    buffer(long).writeUInt16LE(0xffff, 8)
    buffer(long).writeUInt16LE(0xffff, 10)
    return join(bytes.subarray(0, end), locator, long)
  },
]

/** @param bytes a zip as it was written; anything else comes back as it is. */
export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  if (endOf(bytes) < 0 || records(bytes, 'central').length === 0) return bytes
  return random.pick(mutations)(bytes, random)
}
