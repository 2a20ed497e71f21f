/** Fields of a .doc stand in the text: begin, instruction, separator, result, end. Only the result is the paper's. */

export interface Fields {
  /** @returns whether the character belongs to a field's frame. */
  readonly take: (code: number) => boolean
  /** The text is an instruction. */
  readonly silent: () => boolean
}

export function startFields(): Fields {
  const open: { result: boolean }[] = []
  let instructions = 0
  return {
    silent: () => instructions > 0,
    take: (code) => {
      if (code === 0x13) {
        open.push({ result: false })
        instructions += 1
        return true
      }
      const last = open.at(-1)
      if (code === 0x14) {
        if (last && !last.result) {
          last.result = true
          instructions -= 1
        }
        return true
      }
      if (code !== 0x15) return false
      if (last && !last.result) instructions -= 1
      open.pop()
      return true
    },
  }
}
