/** Ids for blocks made in the editor. Tests put a counter in the place of chance. */
let make = (): string => `e${crypto.randomUUID().slice(0, 18)}`

export function newBlockId(): string {
  return make()
}

/** @returns a function that puts the old source back. */
export function setBlockIdSource(source: () => string): () => void {
  const previous = make
  make = source
  return () => { make = previous }
}
