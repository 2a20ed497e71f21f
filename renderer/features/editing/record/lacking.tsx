/** 齐不齐: each count goes to the first place where something is missing, then to the next. */
import { useRef } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Completeness, LackKind } from '../../../../shared/ledger/completeness.ts'
import { recordText } from '../../../text/record.ts'
import { goToItem } from './go-to-item.ts'

export function Lacking({ editor, completeness }: { readonly editor: LexicalEditor; readonly completeness: Completeness }) {
  const last = useRef<{ kind: LackKind; key: string } | undefined>(undefined)
  const { items, lacking } = completeness
  const go = (kind: LackKind) => {
    const places = lacking.find((one) => one.kind === kind)!.items
    const at = last.current?.kind === kind ? places.findIndex((placed) => placed.key === last.current!.key) : -1
    const next = places[(at + 1) % places.length]!
    last.current = { kind, key: next.key }
    goToItem(editor, next, true)
  }
  return (
    <>
      <p>{recordText.rows(items.length)}</p>
      {lacking.length === 0 ? <p>{recordText.complete}</p> : (
        <p className="lacking">{lacking.map(({ kind, items: places }) => (
          <button type="button" key={kind} title={recordText.goToLack(recordText.lacks[kind])} onClick={() => go(kind)}>{recordText.lack(recordText.lacks[kind], places.length)}</button>
        ))}</p>
      )}
    </>
  )
}
