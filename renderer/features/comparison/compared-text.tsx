/** Two versions as one text. What was put in is underlined, what was taken out struck through; every place can be gone to. */
import { Fragment, memo } from 'react'
import type { ComparedBlock, ComparedRow } from '../../../shared/comparison/compare-drafts.ts'
import type { TextPiece } from '../../../shared/comparison/text-diff.ts'
import { comparisonText } from '../../text/comparison.ts'
import { roleNames } from '../../text/roles.ts'

function Pieces({ pieces, within }: { readonly pieces: readonly TextPiece[]; readonly within: boolean }) {
  return pieces.map(({ text, change }, index) => {
    // A place begins at its first piece; where the whole block came or went the block is the place.
    const begins = !within && change !== undefined && pieces[index - 1]?.change === undefined ? '' : undefined
    if (change === undefined) return <Fragment key={index}>{text}</Fragment>
    return change === 'inserted' ? <ins key={index} data-place={begins}>{text}</ins> : <del key={index} data-place={begins}>{text}</del>
  })
}

function Row({ row, columns, within }: { readonly row: ComparedRow; readonly columns: number; readonly within: boolean }) {
  const Cell = row.header ? 'th' : 'td'
  return (
    <tr data-change={within ? undefined : row.change} data-place={within || row.change === undefined ? undefined : ''}>
      {row.cells.map((pieces, index) => <Cell key={index} colSpan={row.cells.length === 1 ? columns : undefined}><Pieces pieces={pieces} within={within || row.change !== undefined} /></Cell>)}
    </tr>
  )
}


export const ComparedBlockView = memo(function ComparedBlockView({ block }: { readonly block: ComparedBlock }) {
  const { change, moved } = block
  const what = change === undefined ? undefined : moved ? (change === 'inserted' ? comparisonText.movedHere : comparisonText.movedAway) : comparisonText[change]
  const role = block.kind === 'text' && block.roleBefore !== undefined ? comparisonText.role(roleNames[block.roleBefore], roleNames[block.role]) : undefined
  return (
    <div className="compared" data-change={change} data-moved={moved} data-role={block.role} data-run-in={block.kind === 'text' ? block.runIn : undefined} data-place={change === undefined && role === undefined ? undefined : ''}>
      {(what ?? role) !== undefined && <span className="compared-what">{what ?? role}</span>}
      {block.kind === 'text'
        ? <p><Pieces pieces={block.pieces} within={change !== undefined} /></p>
        : <table><tbody>{block.rows.map((row, index) => <Row key={index} row={row} columns={block.columns} within={change !== undefined} />)}</tbody></table>}
    </div>
  )
})
