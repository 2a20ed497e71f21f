/** Suggestions the writer said no to. */
import { sessionNames } from '../shell/session-names.ts'

const rejected = sessionNames('rejected-links')

export const useRejected = rejected.use

export function pairKey({ answerId, problemId }: { readonly answerId: string; readonly problemId: string }): string {
  return `${answerId}\n${problemId}`
}

export function rejectSuggestion(draftId: string, pair: { readonly answerId: string; readonly problemId: string }): void {
  rejected.write(draftId, [...rejected.read(draftId), pairKey(pair)])
}

export function bringBackSuggestions(draftId: string): void {
  rejected.write(draftId, [])
}
