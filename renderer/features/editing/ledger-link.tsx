/** From the paper to its ledger, and from a row of the ledger to its place in the paper. */
import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { isTextBlock } from '../../../shared/document/runs.ts'
import { rowIdsOf } from '../../../shared/ledger/table-fields.ts'
import { $blockById } from '../../editor/extensions/block/block-commands.ts'
import { showBlock } from '../../editor/show-block.ts'
import { ledgerText } from '../../text/ledger.ts'
import { goTo, useRoute } from '../shell/route.ts'

/** Shows the block, or the row of a table, and puts the caret there. False while the paper is not drawn. */
function showPlace(editor: LexicalEditor, draft: Draft, place: string): boolean {
  const root = editor.getRootElement()
  if (!root) return false
  const block = root.querySelector(`[data-block-id="${CSS.escape(place)}"]`)
  if (block) {
    editor.update(() => { $blockById(place)?.selectEnd() }, { onUpdate: () => block.scrollIntoView({ block: 'center' }) })
    editor.focus()
    return true
  }
  const tables = draft.blocks.filter((one) => !isTextBlock(one))
  const table = tables.findIndex((one) => one.role === 'table' && rowIdsOf(one).includes(place))
  const found = tables[table]
  // A table named as a whole, as a page of the preview does.
  if (found === undefined && tables.some((one) => one.id === place)) showBlock(editor, place)
  if (found?.role === 'table') root.querySelectorAll('table')[table]?.querySelectorAll('tr')[rowIdsOf(found).indexOf(place)]?.scrollIntoView({ block: 'center' })
  return root.childElementCount > 0
}

interface LedgerLinkProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly flush: () => Promise<boolean>
}

export function LedgerLink({ draftId, editor, draft, flush }: LedgerLinkProps) {
  const route = useRoute()
  const place = route.page === 'draft' ? route.blockId : undefined
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (place === undefined || shown.current === place) return undefined
    // The paper is drawn after this button.
    const timer = setTimeout(() => { if (showPlace(editor, draft, place)) shown.current = place }, 60)
    return () => clearTimeout(timer)
  }, [place, editor, draft])
  return <Button onClick={() => void flush().then(() => goTo({ page: 'ledger', draftIds: [draftId] }))}>{ledgerText.toLedger}</Button>
}
