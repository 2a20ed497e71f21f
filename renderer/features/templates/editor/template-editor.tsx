/** A template of the unit's own, block by block: its structure left, the chosen block or the whole right. Stored by the button. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { App as AntdApp, Button, Result } from 'antd'
import { ArrowLeftOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { checkTemplate } from '../../../../shared/paper-templates/check-template.ts'
import { addBlock, moveBlock, removeBlock } from '../../../../shared/paper-templates/edit-template.ts'
import type { PaperTemplate } from '../../../../shared/paper-templates/paper-template.ts'
import { call, clientId } from '../../../client/client.ts'
import { newBlockId } from '../../../editor/block-ids.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { useLayouts } from '../../settings/layouts/layout-store.ts'
import { beginEdit, changeEdit, dropEdit, isEdited, redoEdit, savedEdit, undoEdit, useTemplateEdits } from '../template-edits.ts'
import { loadPaperTemplates, type TemplatesView } from '../template-store.ts'
import { useTemplate } from '../use-template.ts'
import { BlockForm } from './block-form.tsx'
import { EditorRows } from './editor-rows.tsx'
import { WholeForm } from './whole-form.tsx'

const text = paperTemplatesText.editor

interface TemplateEditorProps {
  readonly id: string
  readonly view: TemplatesView
  readonly onBack: () => void
  readonly onOther: (id: string) => void
}

export function TemplateEditor({ id, view, onBack, onOther }: TemplateEditorProps) {
  const { modal, message } = AntdApp.useApp()
  const { layouts } = useLayouts()
  const edit = useTemplateEdits().get(id)
  const { template, failure } = useTemplate(id, view.state)
  const [chosen, setChosen] = useState<string>('whole')
  const busy = useRef(false)
  const rows = useRef<HTMLDivElement>(null)
  useEffect(() => { if (template) beginEdit(template) }, [template])
  const now = edit?.now
  const findings = useMemo(() => (now ? checkTemplate(now, { layouts: layouts.map((layout) => layout.id), sets: view.sets.map(({ set }) => set.id) }) : []), [now, layouts, view.sets])

  if (!edit || !now) return failure ? <Result status="warning" title={failure.message} extra={<Button type="primary" onClick={onBack}>{text.back}</Button>} /> : null
  const isGone = failure?.code === 'PAPER_TEMPLATE_NOT_FOUND'
  const errors = findings.filter(({ severity }) => severity === 'error')
  const edited = isEdited(edit) || isGone
  const proposedSet = now.aspects?.set ?? view.sets[0]?.set.id ?? 'none'
  const block = now.blocks.find((one) => one.id === chosen)
  const change = (edits: (before: PaperTemplate) => PaperTemplate, typing?: string) => changeEdit(id, edits, typing)
  const focusRow = (row: string) => requestAnimationFrame(() => rows.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus())

  const saveAs = async () => {
    const result = await call('paperTemplates.save', { template: now, base: null, clientId })
    if (!result.ok) return void modal.error({ title: result.error.message })
    dropEdit(id)
    await loadPaperTemplates()
    void message.success(text.savedAs(result.value.template.name))
    onOther(result.value.template.id)
  }
  const save = async () => {
    if (busy.current || errors.length > 0) return
    if (isGone) return saveAs()
    busy.current = true
    const sent = now
    const result = await call('paperTemplates.save', { template: sent, base: edit.base, clientId })
    busy.current = false
    if (result.ok) {
      savedEdit(id, result.value.template, sent)
      void message.success(text.savedAs(result.value.template.name))
      return loadPaperTemplates()
    }
    if (result.error.code !== 'PAPER_TEMPLATE_CHANGED') return void modal.error({ title: result.error.message })
    const answer = (act: () => void) => () => { dialog.destroy(); act() }
    // Closed without an answer, everything stays as it is.
    const dialog = modal.confirm({
      title: text.conflict.title, content: text.conflict.body,
      footer: () => (
        <div className="dialog-footer">
          <Button onClick={answer(() => {})}>{text.conflict.goOn}</Button>
          <Button danger onClick={answer(() => { dropEdit(id); void loadPaperTemplates() })}>{text.conflict.theirs}</Button>
          <Button type="primary" onClick={answer(() => void saveAs())}>{text.conflict.saveAs}</Button>
        </div>
      ),
    })
  }
  const add = (after: string | undefined) => {
    const fresh = newBlockId()
    change((before) => addBlock(before, after, { role: 'paragraph', id: fresh, runs: [] }, proposedSet))
    setChosen(fresh)
    focusRow(fresh)
  }
  const remove = (which: string) => {
    const at = now.blocks.findIndex((one) => one.id === which)
    const next = now.blocks[at + 1] ?? now.blocks[at - 1]
    if (!next) return
    change((before) => removeBlock(before, which))
    setChosen(next.id)
    focusRow(next.id)
  }
  const move = (which: string, by: -1 | 1) => {
    change((before) => moveBlock(before, which, by))
    focusRow(which)
  }
  /** One history for all fields: what a field undoes by itself knows nothing of the rest. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 's') void save()
    else if (key === 'z' && !event.shiftKey) undoEdit(id)
    else if (key === 'y' || key === 'z') redoEdit(id)
    else return
    event.preventDefault()
  }
  return (
    <div className="pt-editor" onKeyDown={onKeyDown}>
      <header className="pt-editor-head">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={onBack}>{text.back}</Button>
        <h2>{text.of(now.name)}</h2>
        <span className="space" />
        <Button type="text" icon={<UndoOutlined />} disabled={edit.undo.length === 0} title={`${text.undo} Ctrl+Z`} aria-label={text.undo} onClick={() => undoEdit(id)} />
        <Button type="text" icon={<RedoOutlined />} disabled={edit.redo.length === 0} title={`${text.redo} Ctrl+Y`} aria-label={text.redo} onClick={() => redoEdit(id)} />
        <span className="pt-state" data-state={errors.length > 0 ? 'blocked' : edited ? 'changed' : 'saved'}>{errors.length > 0 ? text.blocked : edited ? text.changed : text.saved}</span>
        <Button type="primary" disabled={!edited || errors.length > 0} onClick={() => void save()}>{text.save}</Button>
      </header>
      {isGone && <p className="pt-notice" role="alert">{text.gone}<Button size="small" onClick={() => void saveAs()}>{text.conflict.saveAs}</Button></p>}
      <div className="pt-editor-body">
        <EditorRows template={now} chosen={chosen} findings={findings} listRef={rows} onChoose={setChosen} onAdd={add} onRemove={remove} onMove={move} />
        <div className="pt-form">
          {block
            ? <BlockForm key={block.id} template={now} block={block} proposedSet={proposedSet} findings={findings.filter((one) => one.block === block.id)} onChange={change} onAdd={() => add(block.id)} onRemove={() => remove(block.id)} onMove={(by) => move(block.id, by)} />
            : <WholeForm template={now} sets={view.sets} layouts={layouts} findings={findings} onChange={change} onChoose={setChosen} />}
          <p className="quiet pt-keys">{text.keys}</p>
        </div>
      </div>
    </div>
  )
}

