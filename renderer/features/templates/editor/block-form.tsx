/** What one block of a template is, says and asks for. */
import { AutoComplete, Button, Checkbox, Input, Select } from 'antd'
import type { Block, TextBlock } from '../../../../shared/document/draft.ts'
import { canRunIn, changeRole } from '../../../../shared/document/edits.ts'
import { listStyles } from '../../../../shared/document/list-style.ts'
import { headingLevel, roles, type Role, type TextRole } from '../../../../shared/document/roles.ts'
import { isTextBlock, runsText } from '../../../../shared/document/runs.ts'
import type { TemplateFinding } from '../../../../shared/paper-templates/check-template.ts'
import { aspectBlocks, changeBlock, limited, setHint, setPerAspect, setRequired, setText } from '../../../../shared/paper-templates/edit-template.ts'
import type { PaperTemplate } from '../../../../shared/paper-templates/paper-template.ts'
import { aspectNameKey } from '../../../../shared/paper-templates/paper-template.ts'
import { placeholderCatalogue, placeholderText } from '../../../../shared/placeholders/catalogue.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { roleNames } from '../../../text/roles.ts'
import { LimitFields } from './limit-fields.tsx'
import { TableForm } from './table-form.tsx'

const text = paperTemplatesText.editor

export type ChangeTemplate = (edits: (before: PaperTemplate) => PaperTemplate, typing?: string) => void

interface BlockFormProps {
  readonly template: PaperTemplate
  readonly block: Block
  readonly proposedSet: string
  readonly findings: readonly TemplateFinding[]
  readonly onChange: ChangeTemplate
  readonly onAdd: () => void
  readonly onRemove: () => void
  readonly onMove: (by: -1 | 1) => void
}

/** The block in another role; a table begins with two columns, and text from a table is empty. */
function inRole(blocks: readonly Block[], id: string, role: Role): Block {
  const index = blocks.findIndex((block) => block.id === id)
  const block = blocks[index]!
  if (role === 'table') return block.role === 'table' ? block : { role, id, columns: ['number', 'other'], headerRows: 1, rows: [[...text.newColumns], ['1', '']] }
  const runs = isTextBlock(block) ? block.runs : []
  return { ...changeRole(isTextBlock(block) ? blocks : blocks.with(index, { role: 'paragraph', id, runs: [] }), index, role as TextRole), id, runs } as TextBlock
}

function without<K extends 'list' | 'label' | 'runIn'>(block: Block, key: K): Block {
  const { [key]: _gone, ...rest } = block as TextBlock
  return rest as Block
}

export function BlockForm({ template, block, proposedSet, findings, onChange, onAdd, onRemove, onMove }: BlockFormProps) {
  const { id } = block
  const index = template.blocks.findIndex((one) => one.id === id)
  const change = (edit: (before: Block) => Block, typing?: string) => onChange((before) => changeBlock(before, id, edit), typing)
  const isHeading = headingLevel(block.role) !== undefined
  const hint = template.hints.find((one) => one.block === id)?.text ?? ''
  return (
    <div className="block-form">
      {findings.map(({ message, severity }) => <p key={message} className={severity === 'error' ? 'field-problem' : 'field-note'} role="alert">{message}</p>)}
      <div className="form-line">
        <label>{text.role} <Select value={block.role} aria-label={text.role} options={roles.map((role) => ({ value: role, label: roleNames[role] }))} onChange={(role) => onChange((before) => changeBlock(before, id, () => inRole(before.blocks, id, role)))} /></label>
        {isTextBlock(block) && (
          <label>{text.list} <Select<string> value={block.list ?? ''} aria-label={text.list} options={[{ value: '', label: text.noList }, ...listStyles.map((style) => ({ value: style, label: style }))]} onChange={(style) => change((before) => (style === '' ? without(before, 'list') : { ...before, list: style } as Block))} /></label>
        )}
        {isTextBlock(block) && (
          <label className="wide">{text.label} <AutoComplete value={block.label ?? ''} aria-label={text.label} placeholder={text.labelHint} maxLength={60} options={text.labelChoices.map((value) => ({ value }))} onChange={(label: string) => change((before) => (label === '' ? without(before, 'label') : { ...before, label: label.replaceAll(/[\u0000-\u001f\u007f]/gu, '') } as Block), `${id} label`)} /></label>
        )}
      </div>
      {isTextBlock(block) ? (
        <label className="form-field"><span>{text.text}<Select<string> size="small" className="insert-key" value={null as unknown as string} placeholder={text.insertKey} aria-label={text.insertKey} showSearch options={[aspectNameKey, ...placeholderCatalogue.map(({ key }) => key).filter((key) => key !== aspectNameKey)].map((key) => ({ value: key, label: placeholderText(key) }))} onChange={(key) => onChange((before) => setText(before, id, runsText(block.runs) + placeholderText(key)))} /></span>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} value={runsText(block.runs)} aria-label={text.text} onChange={(event) => onChange((before) => setText(before, id, event.target.value), `${id} text`)} />
          <small>{text.textHint}</small>
        </label>
      ) : <TableForm block={block} onChange={(edit) => change((before) => (before.role === 'table' ? edit(before) : before))} />}
      <label className="form-field"><span>{text.hint}</span>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} value={hint} aria-label={text.hint} onChange={(event) => onChange((before) => setHint(before, id, event.target.value), `${id} hint`)} />
        <small>{text.hintHint}</small>
      </label>
      <div className="form-checks">
        <Checkbox checked={aspectBlocks(template).has(id)} onChange={(event) => onChange((before) => setPerAspect(before, id, event.target.checked, proposedSet))}>{text.perAspect}</Checkbox>
        {isHeading && <Checkbox checked={template.required.includes(id)} onChange={(event) => onChange((before) => setRequired(before, id, event.target.checked))}>{text.required}</Checkbox>}
        {isTextBlock(block) && canRunIn(block.role, template.blocks[index - 1]) && <Checkbox checked={block.runIn === true} onChange={(event) => change((before) => (event.target.checked ? { ...before, runIn: true } as Block : without(before, 'runIn')))}>{text.runIn}</Checkbox>}
      </div>
      {block.role === 'heading1' && <LimitFields label={text.partLimit} limit={template.limits?.parts?.[id]} onChange={(limit) => onChange((before) => limited(before, id, limit))} />}
      <div className="form-actions">
        <Button size="small" onClick={onAdd}>{text.add}</Button>
        <Button size="small" disabled={index === 0} onClick={() => onMove(-1)}>{text.up}</Button>
        <Button size="small" disabled={index === template.blocks.length - 1} onClick={() => onMove(1)}>{text.down}</Button>
        <Button size="small" danger disabled={template.blocks.length === 1} onClick={onRemove}>{text.remove}</Button>
      </div>
    </div>
  )
}
