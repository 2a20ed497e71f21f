/** What was decided, kept over a reload of the page: by the token of the review, so that it fits no other state of the draft. */
import { z } from 'zod'
import { deidentifyProcedures } from '../../../shared/contract/deidentify-procedures.ts'
import { noWork, type Work } from './review-work.ts'

const keyOf = (draftId: string) => `zhenggao-deidentify-${draftId}`
const { decisions, marks } = deidentifyProcedures['deidentify.review'].input.shape
const keptSchema = z.strictObject({ token: z.string(), decisions, marks, seen: z.array(z.string()) })

export function keepWork(draftId: string, token: string, work: Work): void {
  try {
    if (work === noWork) return sessionStorage.removeItem(keyOf(draftId))
    sessionStorage.setItem(keyOf(draftId), JSON.stringify({ token, decisions: [...work.decisions].map(([id, decision]) => ({ id, ...decision })), marks: work.marks, seen: [...work.seen] }))
  } catch {
    // Full or switched off: the work is still in the window itself.
  }
}

export function keptWork(draftId: string, token: string): Work | undefined {
  try {
    const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(draftId)) ?? 'null'))
    if (!kept.success || kept.data.token !== token) return undefined
    return {
      decisions: new Map(kept.data.decisions.map(({ id, do: act, key }) => [id, act === 'keep' ? { do: act } : { do: act, ...(key === undefined ? {} : { key }) }])),
      marks: kept.data.marks, seen: new Set(kept.data.seen),
    }
  } catch {
    return undefined
  }
}
