import { parseIsoDate } from './calendar.ts'

/** What the picker of a time limit sets. */
export interface TimeLimitChoice {
  readonly immediate: boolean
  /** ISO date or null. */
  readonly due: string | null
  readonly longTerm: boolean
}

/** The words for a choice, in the order such papers use: 立即整改，2024年6月30日前完成，长期坚持。 '' where nothing is chosen. */
export function composeTimeLimit({ immediate, due, longTerm }: TimeLimitChoice): string {
  const date = parseIsoDate(due ?? undefined)
  const parts = [
    ...(immediate ? ['立即整改'] : []),
    ...(date ? [`${date.year}年${date.month}月${date.day}日前完成`] : []),
    ...(longTerm ? ['长期坚持'] : []),
  ]
  return parts.length === 0 ? '' : `${parts.join('，')}。`
}
