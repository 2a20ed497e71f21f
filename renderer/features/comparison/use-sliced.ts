import { useEffect, useState } from 'react'

const first = 60
const more = 60

/** How many of so many are drawn: a long paper comes in slices, so that the window answers meanwhile. */
export function useSliced(key: unknown, count: number): number {
  const [state, setState] = useState({ key, drawn: first })
  const drawn = state.key === key ? state.drawn : first
  useEffect(() => {
    if (drawn >= count) return
    const timer = setTimeout(() => setState({ key, drawn: drawn + more }), 0)
    return () => clearTimeout(timer)
  }, [key, drawn, count])
  return Math.min(drawn, count)
}
