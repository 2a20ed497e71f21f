/** The paper with everything that was found marked in its place, as it is and as it becomes. */
import { memo, useMemo, useSyncExternalStore } from 'react'
import type { Block } from '../../../shared/document/draft.ts'
import { blockNumbers } from '../../../shared/document/numbering.ts'
import { isTextBlock } from '../../../shared/document/runs.ts'
import { placeName } from '../../../shared/deidentify/own-marks.ts'
import type { Finding } from '../../../shared/deidentify/finding.ts'
import { placeholderText } from '../../../shared/placeholders/catalogue.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'
import { markedPieces, type Piece } from './marked-pieces.ts'
import { keyNow, type ReviewState, type ReviewStore } from './review-store.ts'

interface MarkProps {
  readonly store: ReviewStore
  readonly finding: Finding
  readonly onChoose: (finding: Finding) => void
}

/** Draws itself anew when its own decision changes, not the paper around it. */
const Mark = memo(function Mark({ store, finding, onChoose }: MarkProps) {
  const { id } = finding
  const decision = useSyncExternalStore(store.subscribe, () => store.get().work.decisions.get(id))
  const active = useSyncExternalStore(store.subscribe, () => store.get().active.has(id))
  const state = decision === undefined ? 'open' : decision.do === 'keep' ? 'kept' : 'replaced'
  const key = keyNow(finding, decision)
  return (
    <span
      className="found" data-state={state} data-sure={finding.sure} data-active={active} data-finding={id} data-from={finding.from} data-to={finding.to}
      title={`${finding.reason}${state === 'replaced' ? `：${finding.text}` : `：${placeholderText(key)}`}`} onClick={() => onChoose(finding)}
    >
      {state === 'replaced' ? placeholderText(key) : finding.text}
    </span>
  )
})

/** Text that clues point at. What nothing points at listens to nothing: a paper is mostly that. */
function Pointed({ store, piece }: { readonly store: ReviewStore; readonly piece: Extract<Piece, { kind: 'plain' }> }) {
  const clues = useMemo(() => piece.clues.split(' ').map(Number), [piece.clues])
  const active = useSyncExternalStore(store.subscribe, () => {
    const { activeClue } = store.get()
    return activeClue !== undefined && clues.includes(activeClue)
  })
  return <span data-from={piece.from} className="clue" data-clues={piece.clues} data-active={active}>{piece.text}</span>
}

interface PiecesProps {
  readonly store: ReviewStore
  readonly name: string
  readonly pieces: readonly Piece[]
  readonly onChoose: (finding: Finding) => void
}

function Pieces({ store, name, pieces, onChoose }: PiecesProps) {
  return (
    <span data-place={name}>
      {pieces.map((piece) => (piece.kind === 'finding' ? <Mark key={piece.from} store={store} finding={piece.finding} onChoose={onChoose} />
        : piece.kind === 'open' ? <span key={piece.from} className="found" data-state="replaced" data-from={piece.from} data-to={piece.from + piece.text.length}>{piece.text}</span>
        : piece.clues === '' ? <span key={piece.from} data-from={piece.from}>{piece.text}</span>
        : <Pointed key={piece.from} store={store} piece={piece} />))}
    </span>
  )
}

const none: readonly Piece[] = []

interface BlockProps {
  readonly store: ReviewStore
  readonly block: Block
  readonly number: string
  readonly pieces: ReadonlyMap<string, readonly Piece[]>
  readonly labelClues: string
  readonly onChoose: (finding: Finding) => void
}

const PaperBlock = memo(function PaperBlock({ store, block, number, pieces, labelClues, onChoose }: BlockProps) {
  const at = (name: string) => pieces.get(name) ?? none
  if (!isTextBlock(block)) {
    return (
      <div className="marked-block" data-role="table" data-block={block.id}>
        <table><tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>{row.map((_cell, column) => {
              const name = placeName({ in: 'cell', blockId: block.id, row: index, column })
              return <td key={column} colSpan={row.length === 1 ? block.columns.length : 1}><Pieces store={store} name={name} pieces={at(name)} onChoose={onChoose} /></td>
            })}</tr>
          ))}
        </tbody></table>
      </div>
    )
  }
  const label = block.label === undefined ? null : labelClues === '' ? <span>{block.label}</span> : <span className="clue" data-clues={labelClues}>{block.label}</span>
  const after = block.labelAfterNumber === true
  return (
    <p className="marked-block" data-role={block.role} data-run-in={block.runIn === true} data-block={block.id}>
      <span className="marked-prefix">{after ? <>{number}{label}</> : <>{label}{number}</>}</span>
      <Pieces store={store} name={block.id} pieces={at(block.id)} onChoose={onChoose} />
    </p>
  )
})

interface MarkedPaperProps {
  readonly store: ReviewStore
  readonly state: ReviewState
  readonly onChoose: (finding: Finding) => void
}

export const MarkedPaper = memo(function MarkedPaper({ store, state, onChoose }: MarkedPaperProps) {
  const draft = state.base!.draft
  const numbers = useMemo(() => blockNumbers(draft.blocks), [draft])
  const pieces = useMemo(() => markedPieces(draft, state.findings, state.clues), [draft, state.findings, state.clues])
  const labels = useMemo(() => {
    const byBlock = new Map<string, string>()
    for (const [index, clue] of state.clues.entries()) if (clue.inLabel) for (const { place } of clue.places) byBlock.set(place.blockId, `${byBlock.get(place.blockId) ?? ''} ${index}`.trim())
    return byBlock
  }, [state.clues])
  return (
    <article className="marked-paper" aria-label={text.paper}>
      {draft.blocks.map((block, index) => (
        <PaperBlock key={block.id} store={store} block={block} number={numbers[index]!} pieces={pieces} labelClues={labels.get(block.id) ?? ''} onChoose={onChoose} />
      ))}
    </article>
  )
}, (before, after) => before.state.base === after.state.base && before.state.findings === after.state.findings && before.state.clues === after.state.clues && before.onChoose === after.onChoose)
