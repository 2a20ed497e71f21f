import { z } from 'zod'

/** One line of plain text of at most so many UTF-16 units: no control characters, no line breaks, nothing broken. */
export const plainLine = (most: number) =>
  z.string().max(most).refine((text) => !/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character, line break or broken character')
