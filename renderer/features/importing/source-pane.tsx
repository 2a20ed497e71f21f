import { memo, type Ref, useMemo } from 'react'
import type { ReportEntry } from '../../../shared/recognition/report.ts'
import { zh } from '../../text/zh.ts'
import { sourceLines, type Piece, type SourceLine } from './source-pieces.ts'

interface SourcePaneProps {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly report: readonly ReportEntry[]
  readonly activeLine: number | undefined
  readonly onPutBack: (entry: ReportEntry) => void
}

/** Blanks and breaks are shown by signs, for they cannot be seen. */
function visible(entry: ReportEntry): string {
  if (entry.before.includes('\n')) return '⏎'
  return entry.before.trim() === '' ? '␣'.repeat(Math.min(entry.before.length, 8)) : entry.before
}

function Change({ piece, onPutBack }: { readonly piece: Extract<Piece, { kind: 'change' }>; readonly onPutBack: (entry: ReportEntry) => void }) {
  const { entry } = piece
  return (
    <button type="button" className="change" data-kind={entry.kind} title={`${zh.reportKinds[entry.kind]}　${zh.importing.putBack}`} onClick={() => onPutBack(entry)}>
      {entry.kind === 'joined' || entry.kind === 'table-cell' ? <mark>{visible(entry)}</mark> : <del>{visible(entry)}</del>}
      {entry.after.trim() !== '' && <ins>{entry.after}</ins>}
    </button>
  )
}

const Line = memo(function Line({ line, active, onPutBack }: { readonly line: SourceLine; readonly active: boolean; readonly onPutBack: (entry: ReportEntry) => void }) {
  const { removed } = line
  if (removed?.kind === 'blank-line') return null
  return (
    <div className="source-line" data-line={line.number} data-removed={removed !== undefined} data-active={active}>
      <i>{line.number}</i>
      <span>
        {removed
          ? <><del>{removed.before}</del> <button type="button" className="put-back" onClick={() => onPutBack(removed)}>{zh.importing.putBack}</button></>
          : line.pieces.map((piece, index) => (piece.kind === 'text' ? <span key={index}>{piece.text}</span> : <Change key={piece.key} piece={piece} onPutBack={onPutBack} />))}
      </span>
    </div>
  )
})

export function SourcePane({ ref, text, report, activeLine, onPutBack }: SourcePaneProps) {
  const lines = useMemo(() => sourceLines(text, report), [text, report])
  return (
    <section className="pane" aria-label={zh.importing.source}>
      <h2>{zh.importing.source}</h2>
      <div className="pane-body" ref={ref}>
        {lines.map((line) => <Line key={line.number} line={line} active={line.number === activeLine} onPutBack={onPutBack} />)}
      </div>
    </section>
  )
}
