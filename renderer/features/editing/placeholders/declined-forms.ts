/** Masked forms the writer said are none. */
import { sessionNames } from '../../shell/session-names.ts'

const declined = sessionNames('declined-forms')

/** Names of what was declined in the draft. */
export const declinedForms = declined.read
export const useDeclinedForms = declined.use

/** Whether one of the names of a place (`maskedNames`) was declined. */
export function isDeclined(names: ReadonlySet<string>, namesOfPlace: readonly string[]): boolean {
  return namesOfPlace.some((name) => names.has(name))
}

/** @param names see `maskedNames`. */
export function declineForms(draftId: string, names: readonly string[]): void {
  declined.write(draftId, [...declined.read(draftId), ...names])
}

export function bringBackForms(draftId: string, names: readonly string[]): void {
  const gone = new Set(names)
  declined.write(draftId, [...declined.read(draftId)].filter((name) => !gone.has(name)))
}
