/** Lengths of the paper and its parts with their limits, set in place. Every change is one step of undo. */
import { useEffect, useState } from 'react'
import { Input } from 'antd'
import { $addUpdateTag, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { setLimit, type LengthLimit } from '../../../../shared/document/length-limits.ts'
import { blockNumbers } from '../../../../shared/document/numbering.ts'
import { paperLengths } from '../../../../shared/document/paper-lengths.ts'
import { blockText } from '../../../../shared/document/runs.ts'
import { $getHead, $setHead } from '../../../editor/draft-to-editor.ts'
import { $readBlocks } from '../../../editor/editor-to-draft.ts'
import { useDraftHead } from '../../../editor/use-draft-head.ts'
import { lengthText } from '../../../text/lengths.ts'
import { grouped } from '../../shell/times.ts'
import { lengthWords } from './length-words.ts'
import './lengths.css'

type Place = Parameters<typeof setLimit>[1]
type Bound = 'atLeast' | 'atMost'

/** Sets one bound of a limit as the paper has it now, not as it was drawn. @returns a sentence where it makes no sense. */
function writeBound(editor: LexicalEditor, place: Place, bound: Bound, value: number | undefined): string | undefined {
  let fault: string | undefined
  editor.update(() => {
    const { limits, ...head } = $getHead()
    const { [bound]: _old, suggested: _suggested, ...other } = (place === 'whole' ? limits?.whole : limits?.parts?.[place.part]) ?? {}
    const limit: LengthLimit = { ...other, ...(value === undefined ? {} : { [bound]: value }) }
    if ((limit.atLeast ?? 1) > (limit.atMost ?? Infinity)) {
      fault = lengthText.crossed
      return
    }
    $addUpdateTag(HISTORY_PUSH_TAG)
    const none = limit.atLeast === undefined && limit.atMost === undefined
    const next = setLimit(limits, place, none ? undefined : limit, new Set($readBlocks().map((block) => block.id)))
    $setHead(next === undefined ? head : { ...head, limits: next })
    // Without the tag the caret would go back to the paper in mid-key, and Enter would land there.
  }, { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
  return fault
}

const largest = 1_000_000

/** What was typed as a limit; null for nothing, undefined for what is no number. Full-width digits count as digits. */
function readNumber(typed: string): number | null | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s,]/gu, '')
  if (digits === '') return null
  const value = /^\d+$/.test(digits) ? Number(digits) : 0
  return value >= 1 && value <= largest ? value : undefined
}

interface BoundFieldProps {
  readonly label: string
  readonly value: number | undefined
  readonly suggested: boolean
  readonly disabled: boolean
  /** A sentence where the value can not be taken. */
  readonly onCommit: (value: number | undefined) => string | undefined
  readonly onFault: (sentence: string | undefined) => void
}

function BoundField({ label, value, suggested, disabled, onCommit, onFault }: BoundFieldProps) {
  const shown = value === undefined ? '' : String(value)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const commit = () => {
    if (typed === shown) return
    const read = readNumber(typed)
    const fault = read === undefined ? lengthText.notNumber : onCommit(read ?? undefined)
    onFault(fault)
    if (fault !== undefined) setTyped(shown)
  }
  return (
    <Input
      size="small" className="limit-bound" data-suggested={suggested} disabled={disabled} aria-label={label} inputMode="numeric" maxLength={9} value={typed}
      onChange={(event) => setTyped(event.target.value)} onBlur={commit} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) commit() }}
    />
  )
}

export function LimitsTable({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const [fault, setFault] = useState<string>()
  const { limits } = useDraftHead(editor) ?? draft
  const lengths = paperLengths(draft)
  const numbers = blockNumbers(draft.blocks)
  const rows: { readonly key: string; readonly place: Place; readonly name: string; readonly count: number; readonly limit: LengthLimit | undefined }[] = [
    { key: 'whole', place: 'whole', name: lengthText.whole, count: lengths.whole, limit: limits?.whole },
    ...draft.blocks.flatMap((block, index) => (block.role === 'heading1' ? [{
      key: `part ${block.id}`, place: { part: block.id }, name: numbers[index]! + blockText(block), count: lengths.parts.get(block.id) ?? 0, limit: limits?.parts?.[block.id],
    }] : [])),
  ]
  return (
    <section className="limits-table">
      <table aria-label={lengthText.table}>
        <thead><tr><th>{lengthText.table}</th><th>{lengthText.count}</th><th>{lengthText.atLeast}</th><th>{lengthText.atMost}</th></tr></thead>
        <tbody>
          {rows.map(({ key, place, name, count, limit }) => {
            const words = limit && lengthWords('', name, count, limit)
            return (
              <tr key={key}>
                <th title={words?.tooltip ?? name}>{name}</th>
                <td className="length-count" data-state={words?.state}>{grouped(count)}</td>
                {(['atLeast', 'atMost'] as const).map((bound) => (
                  <td key={bound}>
                    <BoundField
                      label={lengthText.field(name, lengthText[bound])} value={limit?.[bound]} suggested={limit?.suggested === true} disabled={!editor.isEditable()}
                      onCommit={(value) => writeBound(editor, place, bound, value)} onFault={setFault}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {fault !== undefined && <p className="limit-fault" role="alert">{fault}</p>}
      <p className="quiet">{rows.some((row) => row.limit?.suggested) ? lengthText.suggested : lengthText.own}</p>
    </section>
  )
}
