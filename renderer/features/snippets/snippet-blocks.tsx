/** The text of a snippet, a field for each block: plain writing, with numbers and labels shown as they will be printed. */
import { useEffect, useRef, type ClipboardEvent, type ComponentProps, type KeyboardEvent } from 'react'
import { Button, Checkbox, Select } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import type { Block, TextBlock } from '../../../shared/document/draft.ts'
import { blockNumbers } from '../../../shared/document/numbering.ts'
import { printedPrefix } from '../../../shared/document/print-text.ts'
import { roles, type TextRole } from '../../../shared/document/roles.ts'
import { blockText, isTextBlock } from '../../../shared/document/runs.ts'
import { addLines, joinBefore, removeAt, roleAt, splitAt, withCell, withText } from '../../../shared/snippets/edit-snippet.ts'
import { isPiece } from '../../../shared/snippets/selection-blocks.ts'
import { newBlockId } from '../../editor/block-ids.ts'
import { roleNames } from '../../text/roles.ts'
import { snippetText } from '../../text/snippets.ts'

const text = snippetText.form
const textRoles = roles.filter((role): role is TextRole => role !== 'table').map((role) => ({ value: role, label: roleNames[role] }))

interface SnippetBlocksProps {
  readonly blocks: readonly Block[]
  readonly onChange: (blocks: readonly Block[]) => void
}

const noRunIn = ({ runIn: _runIn, ...block }: TextBlock): Block => block as Block

/** As tall as its text. The library's own measures with a field that the page's policy leaves standing in sight. */
function GrowingText({ value, ...props }: ComponentProps<'textarea'> & { readonly value: string }) {
  return <div className="growing-text" data-text={`${value} `}><textarea rows={1} value={value} spellCheck={false} {...props} /></div>
}

/** One paragraph alone can be words for a sentence or a paragraph of its own. */
function JoinedField({ blocks, onChange }: SnippetBlocksProps) {
  const [only] = blocks
  if (blocks.length !== 1 || only!.role !== 'paragraph' || only!.list !== undefined || only!.label !== undefined) return null
  return <Checkbox checked={isPiece(blocks)} onChange={(event) => onChange([event.target.checked ? { ...only!, runIn: true } : noRunIn(only as TextBlock)])}>{text.joined}</Checkbox>
}

export function SnippetBlocks({ blocks, onChange }: SnippetBlocksProps) {
  const holder = useRef<HTMLDivElement>(null)
  /** Where the caret goes once the changed blocks are drawn. */
  const caret = useRef<{ readonly index: number; readonly at: number }>(undefined)
  const numbers = blockNumbers(blocks)
  useEffect(() => {
    const wanted = caret.current
    caret.current = undefined
    const field = wanted && holder.current?.querySelectorAll<HTMLTextAreaElement>('.snippet-block textarea')[wanted.index]
    field?.focus()
    if (wanted) field?.setSelectionRange(wanted.at, wanted.at)
  })
  const change = (next: readonly Block[], index?: number, at = 0) => {
    if (index !== undefined) caret.current = { index: next.slice(0, index).filter(isTextBlock).length, at }
    // A piece that is cut becomes paragraphs.
    onChange(next.length > 1 && isTextBlock(next[0]!) && next[0].runIn ? [noRunIn(next[0]), ...next.slice(1)] : next)
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const { selectionStart, selectionEnd } = event.currentTarget
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault()
      const cut = selectionStart === selectionEnd ? blocks : blocks.map((block, at) => (at === index && isTextBlock(block) ? withText(block, blockText(block).slice(0, selectionStart) + blockText(block).slice(selectionEnd)) : block))
      change(splitAt(cut, index, selectionStart, newBlockId), index + 1)
    } else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && index > 0 && isTextBlock(blocks[index - 1]!)) {
      event.preventDefault()
      change(joinBefore(blocks, index), index - 1, blockText(blocks[index - 1]!).length)
    }
  }
  const onPaste = (index: number, block: TextBlock) => (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const lines = event.clipboardData.getData('text/plain').split(/\r\n?|\n/u).map((line) => line.trim()).filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    const before = blockText(block)
    const first = withText(block, before.slice(0, selectionStart) + lines[0]!)
    const last = [...lines.slice(1, -1), lines.at(-1)! + before.slice(selectionEnd)]
    change(addLines(blocks.map((one, at) => (at === index ? first : one)), index, last, newBlockId), index + last.length, lines.at(-1)!.length)
  }
  return (
    <div className="snippet-blocks" ref={holder}>
      {blocks.map((block, index) => (
        isTextBlock(block) ? (
          <div className="snippet-block" key={block.id} data-block={block.id}>
            <Select<TextRole> size="small" aria-label={text.blockRole} value={block.role} options={textRoles} popupMatchSelectWidth={false} onChange={(role) => change(roleAt(blocks, index, role))} />
            <span className="snippet-prefix">{printedPrefix(block, numbers[index]!)}</span>
            <GrowingText value={blockText(block)} aria-label={text.blockText(index + 1)} onKeyDown={onKeyDown(index)} onPaste={onPaste(index, block)} onChange={(event) => change(blocks.map((one, at) => (at === index ? withText(block, event.target.value.replaceAll('\n', '')) : one)))} />
            <Button type="text" size="small" icon={<CloseOutlined />} disabled={blocks.length === 1} title={text.removeBlock} aria-label={text.removeBlock} onClick={() => change(removeAt(blocks, index))} />
          </div>
        ) : (
          <table className="snippet-table" key={block.id}>
            <tbody>{block.rows.map((cells, row) => <tr key={row}>{cells.map((cell, column) => <td key={column} colSpan={cells.length === 1 ? block.columns.length : 1}><GrowingText value={cell} aria-label={text.tableCell(row + 1, column + 1)} onChange={(event) => change(blocks.map((one, at) => (at === index ? withCell(block, row, column, event.target.value) : one)))} /></td>)}</tr>)}</tbody>
          </table>
        )
      ))}
      <div className="snippet-below">
        <Button size="small" onClick={() => change(addLines(blocks, blocks.length - 1, [''], newBlockId), blocks.length)}>{text.addBlock}</Button>
        <JoinedField blocks={blocks} onChange={onChange} />
        <span className="quiet">{text.keys}</span>
      </div>
    </div>
  )
}
