import type { TimeLimit } from '../../../../shared/time-limit/parse-time-limit.ts'
import { timeLimitText } from '../../../text/time-limits.ts'
import { zh } from '../../../text/zh.ts'

/** Kinds that name a date, as far as the year is known. */
const datedKinds: readonly TimeLimit['kinds'][number][] = ['byDay', 'monthEnd', 'quarterEnd', 'halfYearEnd', 'yearEnd']

/** What the words of a limit mean, in a few words. */
export function describeLimit(limit: TimeLimit): { readonly text: string; readonly inferred: boolean } {
  const parts = [
    ...(limit.due === null ? [] : [zh.limits.due(limit.due)]),
    ...(limit.due === null && limit.kinds.some((kind) => datedKinds.includes(kind)) ? [timeLimitText.noYear] : []),
    ...(limit.kinds.includes('done') ? [zh.limits.done] : []),
    ...(limit.kinds.includes('immediate') ? [zh.limits.immediate] : []),
    ...(limit.within ? [zh.limits.within(limit.within.count, zh.limits.units[limit.within.unit])] : []),
    ...(limit.kinds.includes('event') ? [zh.limits.event] : []),
    ...(limit.kinds.includes('periodic') ? [zh.limits.periodic] : []),
    ...(limit.kinds.includes('longTerm') ? [zh.limits.longTerm] : []),
  ]
  return { text: parts.length === 0 ? zh.limits.none : parts.join(' · '), inferred: limit.yearInferred }
}
