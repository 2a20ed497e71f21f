/** Where each preview was left in this window, so that a visit to the editor and back does not lose the place. */
export interface PreviewPlace {
  readonly page: number
  /** How far into the page the window's upper edge is, 0 to 1. */
  readonly within: number
}

const places = new Map<string, PreviewPlace>()
const picked = new Map<string, string>()

export function keepPlace(draftId: string, place: PreviewPlace): void {
  places.set(draftId, place)
}

export function placeOf(draftId: string): PreviewPlace | undefined {
  return places.get(draftId)
}

/** The line that was clicked: as long as the caret stays in its block, the preview comes back where it was. */
export function keepPicked(draftId: string, blockId: string): void {
  picked.set(draftId, blockId)
}

export function pickedOf(draftId: string): string | undefined {
  return picked.get(draftId)
}
