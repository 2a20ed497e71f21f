/** The value with another at a place ("grid.linePitch"). */
export function setAt<T>(value: T, path: string, inner: unknown): T {
  const [key, ...rest] = path.split('.') as [string, ...string[]]
  const old = value as Readonly<Record<string, unknown>>
  return { ...old, [key]: rest.length === 0 ? inner : setAt(old[key], rest.join('.'), inner) } as T
}
