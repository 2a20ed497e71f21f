/** Damage of bytes, as bad disks, cut copies and hands with a hex editor make it. */
import type { Random } from './random.ts'

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

function range(bytes: Uint8Array, random: Random, most = bytes.length): readonly [number, number] {
  const from = random.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + random.below(random.chance(0.7) ? Math.min(64, most) : most))]
}

const interesting32 = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0x10000, 0x00ffffff]

const mutations: readonly Mutation[] = [
  function flip(bytes, random) {
    const result = bytes.slice()
    for (let count = 1 + random.below(12); count > 0; count -= 1) result[random.below(result.length)]! ^= 1 << random.below(8)
    return result
  },
  function overwrite(bytes, random) {
    const result = bytes.slice()
    for (let count = 1 + random.below(8); count > 0; count -= 1) result[random.below(result.length)] = random.pick([0, 0xff, 0x20, 0x3c, 0x7b, random.below(256)])
    return result
  },
  function cut(bytes, random) { return bytes.slice(0, random.below(bytes.length)) },
  function behead(bytes, random) { return bytes.slice(random.below(Math.min(bytes.length, 2048))) },
  function takeOut(bytes, random) {
    const [from, to] = range(bytes, random)
    return join(bytes.subarray(0, from), bytes.subarray(to))
  },
  function repeat(bytes, random) {
    const [from, to] = range(bytes, random, 4096)
    return join(bytes.subarray(0, to), ...Array.from({ length: 1 + random.below(200) }, () => bytes.subarray(from, to)), bytes.subarray(to))
  },
  function splice(bytes, random, other) {
    const at = random.below(bytes.length)
    const [from, to] = range(other, random)
    return join(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(random.chance(0.5) ? at : Math.min(bytes.length, at + to - from)))
  },
  function swap(bytes, random) {
    const points = [0, 0, 0, 0].map(() => random.below(bytes.length)).sort((a, b) => a - b)
    const [a, b, c, d] = points as [number, number, number, number]
    return join(bytes.subarray(0, a), bytes.subarray(c, d), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(d))
  },
  /** Lengths, offsets and sector numbers of binary formats. */
  function blowUp32(bytes, random) {
    const result = bytes.slice()
    const view = new DataView(result.buffer)
    if (result.length < 8) return result
    for (let count = 1 + random.below(4); count > 0; count -= 1) view.setUint32((random.chance(0.5) ? random.below(Math.min(result.length - 4, 1024)) : random.below(result.length - 4)) & ~3, random.pick(interesting32), true)
    return result
  },
  function blank(bytes, random) {
    const result = bytes.slice()
    const [from, to] = range(bytes, random)
    result.fill(random.pick([0, 0xff, 0x20]), from, to)
    return result
  },
  function append(bytes, random, other) { return join(bytes, other.subarray(...range(other, random))) },
]

/** @param other bytes of another file, to take pieces from. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let result = bytes
  for (let count = 1 + random.below(random.chance(0.8) ? 1 : 5); count > 0 && result.length > 0; count -= 1) result = random.pick(mutations)(result, random, other.length > 0 ? other : bytes)
  return result.length > mostBytes ? result.slice(0, mostBytes) : result
}

/** Fuzzing looks for faults of structure; files of 50 MB are a test of their own. */
export const mostBytes = 4 * 1024 * 1024
