/** What goes into a package that is being made: what the writer asked for, and what that needs. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlannedPackable } from '../../../../shared/contract/package-procedures.ts'
import type { ProcedureOutput } from '../../../../shared/contract/procedures.ts'
import type { KnownKind } from '../../../../shared/exchange/content-kinds.ts'
import { contentKey, exchangeLimits } from '../../../../shared/exchange/manifest.ts'
import { call, subscribe, type Failure } from '../../../client/client.ts'

export interface ContentName {
  readonly kind: KnownKind
  readonly id: string
}

type Plan = ProcedureOutput<'packages.plan'>

export interface Packing {
  /** All that goes in, and nothing else does. */
  readonly list: readonly PlannedPackable[]
  /** Needed by others of the list and taken out by the writer. */
  readonly left: readonly PlannedPackable[]
  readonly plan: Plan | undefined
  readonly failure: Failure | undefined
  readonly has: (content: ContentName) => boolean
  /** @returns how many did not fit any more. */
  readonly add: (contents: readonly ContentName[]) => number
  readonly remove: (content: ContentName) => void
  readonly leaveIn: (content: ContentName) => void
}

const refreshEvents: ReadonlySet<string> = new Set(['library-changed', 'draft-saved', 'layouts-changed', 'contents-changed'])

export function usePacking(start: readonly ContentName[]): Packing {
  const [wanted, setWanted] = useState(start)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [plan, setPlan] = useState<Plan>()
  const [failure, setFailure] = useState<Failure>()
  const request = useRef(0)

  const refresh = useCallback(async () => {
    const mine = ++request.current
    const result = await call('packages.plan', { contents: [...wanted] })
    if (mine !== request.current) return
    setFailure(result.ok ? undefined : result.error)
    if (result.ok) setPlan(result.value)
  }, [wanted])
  useEffect(() => {
    void refresh()
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = subscribe(({ type }) => {
      if (!refreshEvents.has(type)) return
      clearTimeout(timer)
      timer = setTimeout(() => void refresh(), 400)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [refresh])

  const keys = useMemo(() => new Set(wanted.map(contentKey)), [wanted])
  const isLeft = (content: PlannedPackable) => content.neededBy.length > 0 && leftOut.has(contentKey(content))
  const without = (set: ReadonlySet<string>, key: string) => new Set([...set].filter((one) => one !== key))
  return {
    plan, failure,
    list: plan?.contents.filter((content) => !isLeft(content)) ?? [],
    left: plan?.contents.filter(isLeft) ?? [],
    has: (content) => keys.has(contentKey(content)),
    add: (contents) => {
      const fresh = contents.filter((content) => !keys.has(contentKey(content)))
      const room = Math.max(0, exchangeLimits.contents - wanted.length)
      if (fresh.length > 0) setWanted([...wanted, ...fresh.slice(0, room)])
      return Math.max(0, fresh.length - room)
    },
    remove: (content) => {
      const key = contentKey(content)
      if (keys.has(key)) setWanted(wanted.filter((one) => contentKey(one) !== key))
      // Asked for and needed by another as well: it is to go all the same.
      setLeftOut(new Set(leftOut).add(key))
    },
    leaveIn: (content) => setLeftOut(without(leftOut, contentKey(content))),
  }
}
