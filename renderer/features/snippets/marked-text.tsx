import { wordPlaces } from '../../../shared/snippets/search-snippets.ts'

/** The text with the words that were searched for marked. @param most characters, from a little before the first of them on. */
export function MarkedText({ text, query, most }: { readonly text: string; readonly query: string; readonly most?: number }) {
  const places = wordPlaces(text, query)
  const first = places[0]?.from ?? 0
  const start = most === undefined || text.length <= most || first < most - 20 ? 0 : Math.max(0, first - 12)
  const end = most === undefined ? text.length : Math.min(text.length, start + most)
  const shown = places.filter(({ from, to }) => from >= start && to <= end)
  return (
    <>
      {start > 0 && '…'}
      {shown.map(({ from, to }, index) => <span key={from}>{text.slice(shown[index - 1]?.to ?? start, from)}<mark>{text.slice(from, to)}</mark></span>)}
      {text.slice(shown.at(-1)?.to ?? start, end)}
      {end < text.length && '…'}
    </>
  )
}
