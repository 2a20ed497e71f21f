import { splitSegments } from '../../../shared/recognition/segments.ts'

/**
 * Whether recognition would find a number or a label in this text. A block of ours whose text looks like that carries a
 * mark that says it is meant so; without the mark it was typed into the file afterwards and recognition decides.
 */
export function looksStructured(text: string): boolean {
  if (text === '') return false
  const segments = splitSegments(text)
  const first = segments[0]!
  return segments.length > 1 || first.marker !== undefined || first.label !== undefined
}
