import type { TypesetDocument } from '../../shared/typeset/typeset-types.ts'

export const pageCount = ({ pages }: TypesetDocument): number => pages.length

/** @returns the number of the page on which each block begins, from 1. */
export function pageOfBlock({ pages }: TypesetDocument): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { number, blocks } of pages) {
    for (const id of blocks) if (!found.has(id)) found.set(id, number)
  }
  return found
}
