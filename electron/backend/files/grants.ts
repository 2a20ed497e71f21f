/** Paths the program chose or the writer picked: the renderer names them by token and can name no others (H3). */
export interface Grants {
  readonly grant: (path: string) => string
  readonly pathOf: (token: string) => string | undefined
}

export function createGrants(ids: () => string): Grants {
  const granted = new Map<string, string>()
  return {
    grant: (path) => {
      const token = ids()
      granted.set(token, path)
      return token
    },
    pathOf: (token) => granted.get(token),
  }
}
