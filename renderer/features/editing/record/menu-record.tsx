/** The entries of a block's menu that are about its item: what is missing, the next problem, its 表现. */
import type { LexicalEditor } from 'lexical'
import { partCommands } from '../../../../shared/document/manifestations.ts'
import type { PartField } from '../../../../shared/ledger/part-place.ts'
import { $readBlocks } from '../../../editor/editor-to-draft.ts'
import { $spotAt, INSERT_PART_COMMAND, nextPartKey } from '../../../editor/extensions/offers/offer-commands.ts'
import { JOIN_PARTS_COMMAND, SPLIT_PARTS_COMMAND } from '../../../editor/extensions/parts/part-commands.ts'
import { recordText } from '../../../text/record.ts'

interface MenuRecordProps {
  readonly editor: LexicalEditor
  readonly blockId: string
  /** Wraps what an entry does: the menu closes and the paper has the focus again. */
  readonly done: (run: () => void) => () => void
}

export function MenuRecord({ editor, blockId, done }: MenuRecordProps) {
  const { spot, parts, role } = editor.read(() => {
    const blocks = $readBlocks()
    const index = blocks.findIndex((block) => block.id === blockId)
    return { spot: $spotAt(blockId), parts: partCommands(blocks, index), role: blocks[index]?.role === 'measure' ? 'measure' as const : 'problem' as const }
  })
  if (!spot && !parts.split && !parts.join) return null
  const fields: readonly PartField[] = spot ? [...(spot.item.problems.length === 0 && spot.missing.length > 0 ? ['problem' as const] : []), ...spot.missing, ...spot.responsible] : []
  const part = (field: PartField, name: string) => (
    <button type="button" key={field} className="menu-item" onClick={done(() => editor.dispatchCommand(INSERT_PART_COMMAND, { field, blockId }))}>
      {name}{spot?.next === field && <small>{nextPartKey}</small>}
    </button>
  )
  return (
    <div className="menu-column">
      <h3>{recordText.menu}</h3>
      {fields.map((field) => part(field, recordText.add(field)))}
      {spot && !fields.includes('problem') && part('problem', recordText.addNext)}
      {parts.split && <button type="button" className="menu-item" onClick={done(() => editor.dispatchCommand(SPLIT_PARTS_COMMAND, { blockId }))}>{recordText.split[role]}</button>}
      {parts.join && <button type="button" className="menu-item" onClick={done(() => editor.dispatchCommand(JOIN_PARTS_COMMAND, { blockId }))}>{recordText.join}</button>}
    </div>
  )
}
