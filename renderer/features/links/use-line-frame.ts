/** Where the cards of both columns stand, in the layout's own pixels (the window's zoom is already out of them). */
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

export interface LineFrame {
  /** Middle of each card below the top of its column's content. */
  readonly middles: ReadonlyMap<string, number>
  readonly scrolled: { readonly problem: number; readonly answer: number }
  readonly height: number
  /** The edges the lines run between, from the left of the view. */
  readonly from: number
  readonly to: number
}

export type Columns = Readonly<Record<'problem' | 'answer', RefObject<HTMLDivElement | null>>>

/** From the edge of a column to the outside of its cards' dots. */
const knobReach = 5

function measure(columns: Columns): LineFrame | undefined {
  const [problems, answers] = [columns.problem.current, columns.answer.current]
  if (!problems || !answers) return undefined
  const middles = new Map<string, number>()
  for (const column of [problems, answers]) {
    for (const card of column.querySelectorAll<HTMLElement>('[data-entry]')) middles.set(card.dataset['entry']!, card.offsetTop + card.offsetHeight / 2)
  }
  const left = problems.parentElement!
  return {
    middles, scrolled: { problem: problems.scrollTop, answer: answers.scrollTop }, height: problems.clientHeight,
    from: left.offsetLeft + left.offsetWidth - knobReach, to: answers.parentElement!.offsetLeft + knobReach,
  }
}

/** Measured when the cards or the window change; scrolling only moves what is known. @param cards changes when the cards may have. */
export function useLineFrame(columns: Columns, cards: unknown): LineFrame | undefined {
  const [frame, setFrame] = useState<LineFrame>()
  useLayoutEffect(() => setFrame(measure(columns)), [columns, cards])
  useEffect(() => {
    const [problems, answers] = [columns.problem.current, columns.answer.current]
    if (!problems || !answers) return
    let waiting = 0
    const onScroll = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0
        setFrame((last) => last && { ...last, scrolled: { problem: problems.scrollTop, answer: answers.scrollTop } })
      })
    }
    const observer = new ResizeObserver(() => setFrame(measure(columns)))
    for (const column of [problems, answers]) {
      column.addEventListener('scroll', onScroll, { passive: true })
      observer.observe(column)
      if (column.firstElementChild) observer.observe(column.firstElementChild)
    }
    return () => {
      cancelAnimationFrame(waiting)
      observer.disconnect()
      for (const column of [problems, answers]) column.removeEventListener('scroll', onScroll)
    }
  }, [columns])
  return frame
}

/** Height of a card's middle in the visible part of its column. */
export function lineHeight(frame: LineFrame, id: string, side: 'problem' | 'answer'): number | undefined {
  const middle = frame.middles.get(id)
  return middle === undefined ? undefined : middle - frame.scrolled[side]
}
