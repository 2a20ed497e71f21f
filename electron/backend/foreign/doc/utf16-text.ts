/**
 * UTF-16 in a binary file → text. Half a unit at the end is left out, and must be: Node 24.21 writes behind its own buffer
 * where an odd number of bytes that begins at an odd address is turned into text, and the program ends with a damaged heap.
 */
export function utf16Text(bytes: Buffer, from = 0, to = bytes.length): string {
  const end = Math.max(from, Math.min(to, bytes.length))
  return bytes.toString('utf16le', from, end - ((end - from) % 2))
}
