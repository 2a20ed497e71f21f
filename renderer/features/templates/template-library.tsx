/** 模板: the list, what the chosen one is made of, and what can be done with it; the unit's own are edited here. */
import { useRef, useState } from 'react'
import { Alert, Button, Input, Result, Segmented, Spin } from 'antd'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { kindNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { useLayouts } from '../settings/layouts/layout-store.ts'
import { AspectSets } from './aspect-sets.tsx'
import { NewDraftDialog } from './new-draft-dialog.tsx'
import { useTemplateEdits } from './template-edits.ts'
import { TemplateEditor } from './editor/template-editor.tsx'
import { filtered, noFilter, TemplateList } from './template-list.tsx'
import { TemplatePreview } from './template-rows.tsx'
import { loadPaperTemplates, usePaperTemplates } from './template-store.ts'
import { useTemplate } from './use-template.ts'
import { useTemplateActions } from './use-template-actions.tsx'
import './templates.css'

const text = paperTemplatesText.library

function NameField({ name, onDone }: { readonly name: string; readonly onDone: (name: string | undefined) => void }) {
  const [value, setValue] = useState(name)
  // A field that goes away loses the focus once more.
  const answered = useRef(false)
  const done = (result: string | undefined) => {
    if (answered.current) return
    answered.current = true
    onDone(result)
  }
  return (
    <Input
      autoFocus className="pt-name" value={value} maxLength={200} aria-label={text.nameLabel} onFocus={(event) => event.target.select()} onChange={(event) => setValue(event.target.value)} onBlur={() => done(value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') done(value)
        else if (event.key === 'Escape') done(undefined)
      }}
    />
  )
}

export function TemplateLibrary({ info: _info }: { readonly info: AppInfo }) {
  const view = usePaperTemplates()
  const edits = useTemplateEdits()
  const actions = useTemplateActions()
  const { layouts } = useLayouts()
  const [part, setPart] = useState<'templates' | 'aspects'>('templates')
  const [filter, setFilter] = useState(noFilter)
  const [chosenId, setChosenId] = useState<string>()
  const [editing, setEditing] = useState<string>()
  const [renaming, setRenaming] = useState(false)
  const [beginning, setBeginning] = useState(false)
  const shown = filtered(view.templates, filter)
  const chosen = view.templates.find(({ id }) => id === chosenId) ?? shown[0]
  const { template, failure } = useTemplate(chosen?.id, view.state)

  if (!view.loaded) return view.failure
    ? <Result status="warning" title={view.failure.message} extra={<Button type="primary" onClick={() => void loadPaperTemplates()}>{zh.app.retry}</Button>} />
    : <div className="center"><Spin description={zh.app.loading} /></div>
  if (editing !== undefined) return <TemplateEditor key={editing} id={editing} view={view} onBack={() => setEditing(undefined)} onOther={setEditing} />

  const edit = (id: string | undefined) => {
    if (id === undefined) return
    setChosenId(id)
    setEditing(id)
  }
  const rename = (name: string | undefined) => {
    setRenaming(false)
    if (name !== undefined && name.trim() !== '' && chosen) void actions.rename(chosen.id, name)
  }
  const set = view.sets.find((one) => one.set.id === template?.aspects?.set)?.set
  return (
    <div className="pt-library">
      <div className="pt-bar">
        <Segmented value={part} options={[{ value: 'templates', label: paperTemplatesText.title }, { value: 'aspects', label: paperTemplatesText.aspects }]} onChange={(value) => setPart(value as 'templates' | 'aspects')} />
        <span className="quiet">{part === 'templates' ? text.lead : paperTemplatesText.sets.lead}</span>
        <span className="space" />
        {part === 'templates' && <Button onClick={() => void actions.createBlank().then((made) => edit(made?.id))}>{text.newOne}</Button>}
      </div>
      {part === 'aspects' ? <AspectSets sets={view.sets} unreadable={view.unreadableSets} /> : (
        <div className="pt-body">
          <TemplateList templates={view.templates} filter={filter} chosen={chosen?.id} edits={edits} onFilter={setFilter} onChoose={(id) => { setChosenId(id); setRenaming(false) }} />
          <section className="pt-detail" aria-label={chosen?.name}>
            {view.unreadable.length > 0 && <Alert type="warning" showIcon title={text.unreadable(view.unreadable.map(({ name }) => name).join('、'))} action={<Button size="small" onClick={() => void Promise.all(view.unreadable.map((one) => actions.remove(one)))}>{text.removeUnreadable}</Button>} />}
            {failure && <Alert type="warning" showIcon title={failure.message} />}
            {chosen && (
              <header className="pt-head">
                {renaming ? <NameField name={chosen.name} onDone={rename} /> : <h2>{chosen.name}</h2>}
                <span className="space" />
                <Button type="primary" onClick={() => setBeginning(true)}>{text.begin}</Button>
                {!chosen.shipped && <Button onClick={() => edit(chosen.id)}>{text.edit}</Button>}
                <Button onClick={() => void actions.copy(chosen.id).then((made) => edit(made?.id))}>{text.copy}</Button>
                {!chosen.shipped && <Button type="text" onClick={() => setRenaming(true)}>{text.rename}</Button>}
                {!chosen.shipped && <Button type="text" danger onClick={() => void actions.remove(chosen)}>{text.remove}</Button>}
              </header>
            )}
            {chosen && template?.id === chosen.id && (
              <>
                <p className="pt-facts">{[
                  kindNames[template.kind], paperTemplatesText.yearAndBatch(template.year, template.batch), template.limits?.whole && `${text.whole} ${text.limit(template.limits.whole.atLeast, template.limits.whole.atMost)}`,
                  `${text.layout} ${layouts.find(({ id }) => id === template.layout)?.name ?? template.layout}`, template.source === '' ? '' : `${text.source} ${template.source}`,
                ].filter((fact) => fact !== undefined && fact !== '').join(' · ')}</p>
                {template.description !== '' && <p className="pt-about">{template.description}</p>}
                <TemplatePreview template={template} setName={set?.name ?? ''} />
              </>
            )}
          </section>
        </div>
      )}
      {beginning && chosen && <NewDraftDialog kind={chosen.kind} templateId={chosen.id} onClose={() => setBeginning(false)} onMade={(draftId) => goTo({ page: 'draft', draftId })} />}
    </div>
  )
}
