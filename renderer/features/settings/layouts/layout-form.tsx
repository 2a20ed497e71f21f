/** One layout with all its numbers, what is wrong with them, and the sample paper set in it. */
import { useEffect, useRef, useState } from 'react'
import { App as AntdApp, Button, Input } from 'antd'
import { ArrowLeftOutlined } from '@ant-design/icons'
import { hasErrors } from '../../../../shared/print/check-layout.ts'
import { changedPaths, valueAt } from '../../../../shared/print/layout-paths.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import { call, clientId } from '../../../client/client.ts'
import { layoutsText } from '../../../text/layouts.ts'
import type { FormContext } from './form-context.ts'
import { fieldGroups } from './layout-fields.ts'
import { LayoutFactsBar } from './layout-facts-bar.tsx'
import { LayoutGroup } from './layout-group.tsx'
import { LayoutPreview } from './layout-preview.tsx'
import { changeLayout, findingsOf, isChanged, loadLayouts, revertLayout, saveLayout, type LayoutEdit, type LayoutsView } from './layout-store.ts'

const text = layoutsText.form

interface LayoutFormProps {
  readonly layout: Layout
  readonly view: LayoutsView
  readonly onBack: () => void
  readonly onCopy: () => void
}

const plainEdit = (layout: Layout): LayoutEdit => ({ base: layout, edited: layout, typed: new Map(), saving: false, saved: false, joined: false, gone: false, failure: undefined })

/** Its own name is stored by itself, when the field is left. */
function NameField({ layout, readOnly }: { readonly layout: Layout; readonly readOnly: boolean }) {
  const { message } = AntdApp.useApp()
  const [name, setName] = useState(layout.name)
  useEffect(() => setName(layout.name), [layout.name])
  const commit = async () => {
    if (name.trim() === layout.name) return setName(layout.name)
    const renamed = await call('layouts.rename', { id: layout.id, name, clientId })
    if (!renamed.ok) {
      setName(layout.name)
      void message.error(renamed.error.message)
    } else await loadLayouts()
  }
  if (readOnly) return <h2 className="layout-name">{layout.name}</h2>
  return <Input className="layout-name" aria-label={text.name} value={name} maxLength={60} spellCheck={false} onChange={(event) => setName(event.target.value)} onBlur={() => void commit()} onPressEnter={(event) => event.currentTarget.blur()} />
}

function SaveBar({ edit, errors, origin }: { readonly edit: LayoutEdit; readonly errors: number; readonly origin: Layout | undefined }) {
  const { id } = edit.base
  const changes = new Set([...changedPaths(edit.base, edit.edited), ...edit.typed.keys()]).size
  const differs = origin ? changedPaths(origin, edit.edited).filter((path) => path !== 'name' && path !== 'source') : []
  const toOrigin = () => {
    if (origin) changeLayout(id, Object.fromEntries(differs.flatMap((path) => { const value = valueAt(origin, path); return value === undefined ? [] : [[path, value]] })))
  }
  const state = edit.saving ? text.saving : errors > 0 && changes > 0 ? text.blocked(errors) : changes > 0 ? text.changed(changes) : edit.saved ? text.saved : text.unchanged
  return (
    <div className="layout-save">
      <span role="status" data-state={errors > 0 && changes > 0 ? 'blocked' : changes > 0 ? 'changed' : 'saved'}>{state}</span>
      {origin && differs.length > 0 && <Button type="text" size="small" onClick={toOrigin}>{text.allToOrigin(origin.name)}</Button>}
      <Button disabled={changes === 0 || edit.saving} onClick={() => revertLayout(id)}>{text.discard}</Button>
      <Button type="primary" disabled={changes === 0 || errors > 0 || edit.gone} loading={edit.saving} onClick={() => void saveLayout(id)}>{text.save}</Button>
    </div>
  )
}

export function LayoutForm({ layout, view, onBack, onCopy }: LayoutFormProps) {
  const readOnly = !view.own.has(layout.id)
  const edit = view.edits.get(layout.id) ?? plainEdit(layout)
  const findings = findingsOf(edit)
  const broken = hasErrors(findings)
  const sensible = useRef(layout)
  if (!broken) sensible.current = edit.edited
  const copiedFrom = view.own.get(layout.id)?.copiedFrom
  const origin = readOnly ? undefined : view.layouts.find((one) => one.id === copiedFrom)
  const context: FormContext = { edit, findings, origin, readOnly }
  const notice = edit.gone ? text.gone : edit.failure ? edit.failure.message : edit.joined && isChanged(edit) ? text.joined : undefined
  return (
    <section className="layout-editor" aria-label={layout.name}>
      <header className="layout-head">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={text.back} title={text.back} onClick={onBack} />
        <NameField layout={layout} readOnly={readOnly} />
        {readOnly
          ? <div className="layout-save"><span>{text.readOnly}</span><Button type="primary" onClick={onCopy}>{text.copy}</Button></div>
          : <SaveBar edit={edit} errors={findings.filter((one) => one.severity === 'error').length} origin={origin} />}
      </header>
      <LayoutFactsBar layout={edit.edited} findings={findings} />
      {notice !== undefined && <p className="layout-notice" role="alert">{notice}</p>}
      <div className="layout-body">
        <div className="layout-form">
          {fieldGroups.map((group) => <LayoutGroup key={group.name} group={group} context={context} />)}
          <label className="layout-source"><span>{text.source}</span><Input.TextArea value={edit.edited.source} rows={2} maxLength={500} disabled={readOnly} aria-label={text.source} onChange={(event) => changeLayout(layout.id, { source: event.target.value.replaceAll(/[\r\n]+/g, ' ') })} /></label>
          {!readOnly && <p className="quiet">{text.usedBy}</p>}
        </div>
        <LayoutPreview layout={sensible.current} standing={broken} />
      </div>
    </section>
  )
}
