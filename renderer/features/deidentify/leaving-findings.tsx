/** What is still found in one content that is to leave, each with its reason and where it stands. */
import { useMemo } from 'react'
import { excerptAt } from '../../../shared/deidentify/excerpt.ts'
import { groupFindings } from '../../../shared/deidentify/review-groups.ts'
import type { PlaceRange } from '../../../shared/placeholders/placeholder-places.ts'
import { leavingText as text } from '../../text/leaving.ts'
import type { ContentReview } from './use-leaving-reviews.ts'

interface Row {
  readonly text: string
  readonly reason: string
  readonly sure: boolean
  readonly inLabel: boolean
  readonly places: readonly PlaceRange[]
}

function rowsOf({ findings, clues }: ContentReview): Row[] {
  return [
    ...groupFindings(findings).map((group): Row => ({ text: group.text, reason: group.reasons.join('；'), sure: group.sure, inLabel: false, places: group.findings })),
    ...clues.map((clue): Row => ({ ...clue, sure: true })),
  ]
}

function Where({ review, row }: { readonly review: ContentReview; readonly row: Row }) {
  const first = row.places[0]!
  const field = review.fields.find(({ blockId }) => blockId === first.place.blockId)
  const excerpt = row.inLabel ? undefined : excerptAt(review.draft, first)
  return (
    <>
      {field && <em>{text.fields[field.field]}</em>}
      {row.inLabel && <em>{text.inLabel}</em>}
      {excerpt && <>{excerpt.before}<mark>{excerpt.text}</mark>{excerpt.after}</>}
      {row.places.length > 1 && <small>{text.more(row.places.length - 1)}</small>}
    </>
  )
}

export function LeavingFindings({ review }: { readonly review: ContentReview }) {
  const rows = useMemo(() => rowsOf(review), [review])
  if (rows.length === 0) return <p className="good">{text.nothingFound}</p>
  return (
    <>
      <p className="doubtful">{text.found(rows.length)}</p>
      <table>
        <thead><tr><th>{text.columns.text}</th><th>{text.columns.reason}</th><th>{text.columns.where}</th></tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>{row.text}</td>
              <td>{row.reason}{!row.sure && <small>{text.unsure}</small>}</td>
              <td><Where review={review} row={row} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
