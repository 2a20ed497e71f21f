/** 方面: sets by year and batch. Those that ship are copied, the unit's own changed, removed and put back. */
import { useState } from 'react'
import { Alert, App as AntdApp, Button, Input, Modal } from 'antd'
import type { ListedAspectSet } from '../../../shared/contract/paper-template-procedures.ts'
import type { AspectSet } from '../../../shared/paper-templates/paper-template.ts'
import { call, clientId, type Failure } from '../../client/client.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { loadPaperTemplates } from './template-store.ts'

const text = paperTemplatesText.sets

const emptySet: AspectSet = { schemaVersion: 1, id: 'new', name: '', year: '', batch: '', source: '', aspects: ['-'] }

/** What is wrong with the set, in a sentence for the writer. */
function faultOf(name: string, aspects: readonly string[]): string | undefined {
  if (name.trim() === '') return text.needName
  if (aspects.length === 0) return text.needAspects
  if (aspects.length > 40) return text.tooMany
  const long = aspects.find((one) => one.length > 60)
  if (long !== undefined) return text.tooLong(long)
  const twice = aspects.find((one, index) => aspects.indexOf(one) !== index)
  return twice === undefined ? undefined : text.twice(twice)
}

interface SetDialogProps {
  readonly set: AspectSet
  /** Null for a new one. */
  readonly base: AspectSet | null
  readonly onClose: () => void
}

function SetDialog({ set, base, onClose }: SetDialogProps) {
  const { modal } = AntdApp.useApp()
  const [fields, setFields] = useState({ name: set.name, year: set.year, batch: set.batch, source: set.source })
  const [list, setList] = useState(set === emptySet ? '' : set.aspects.join('\n'))
  const [tried, setTried] = useState(false)
  const aspects = list.split(/[\n、]/u).map((line) => line.trim()).filter((line) => line !== '')
  const fault = faultOf(fields.name, aspects)
  const save = async () => {
    setTried(true)
    if (fault !== undefined) return
    const result = await call('aspects.save', { set: { ...set, ...fields, aspects }, base, clientId })
    if (!result.ok) return void modal.error({ title: result.error.message })
    await loadPaperTemplates()
    onClose()
  }
  const field = (name: keyof typeof fields, most: number) => <label><span>{text[name]}</span><Input value={fields[name]} maxLength={most} aria-label={text[name]} onChange={(event) => setFields({ ...fields, [name]: event.target.value })} /></label>
  return (
    <Modal open width={560} title={base === null ? text.titleNew : text.titleEdit} okText={text.save} cancelText={text.cancel} onOk={() => void save()} onCancel={onClose} style={{ top: 40 }} destroyOnHidden>
      <div className="set-form">
        {field('name', 200)}
        <div className="set-times">{field('year', 20)}{field('batch', 60)}</div>
        {field('source', 500)}
        <label><span>{text.list}</span><Input.TextArea value={list} rows={7} aria-label={text.list} onChange={(event) => setList(event.target.value)} /></label>
        {tried && fault !== undefined && <p className="field-problem" role="alert">{fault}</p>}
      </div>
    </Modal>
  )
}

export function AspectSets({ sets, unreadable }: { readonly sets: readonly ListedAspectSet[]; readonly unreadable: readonly { readonly id: string; readonly name: string }[] }) {
  const { modal, notification } = AntdApp.useApp()
  const [open, setOpen] = useState<{ readonly set: AspectSet; readonly base: AspectSet | null }>()
  const refuse = (failure: Failure) => { modal.error({ title: failure.message }) }
  const undo = async (id: string) => {
    notification.destroy('aspects')
    const result = await call('aspects.putBack', { id, clientId })
    if (!result.ok) return refuse(result.error)
    await loadPaperTemplates()
    notification.success({ key: 'aspects', title: text.undone(result.value.set.name), duration: 6 })
  }
  const remove = async (id: string) => {
    const result = await call('aspects.remove', { id, clientId })
    if (!result.ok) return refuse(result.error)
    await loadPaperTemplates()
    notification.success({ key: 'aspects', title: text.removed(result.value.name, result.value.templates), duration: 12, actions: <Button size="small" onClick={() => void undo(id)}>{text.undo}</Button> })
  }
  return (
    <section className="aspect-sets">
      {unreadable.length > 0 && <Alert type="warning" showIcon title={paperTemplatesText.library.unreadable(unreadable.map(({ name }) => name).join('、'))} />}
      {sets.map(({ set, shipped }) => (
        <article key={set.id} className="aspect-set" data-set={set.id}>
          <header>
            <h3>{set.name}</h3>
            <span className="quiet">{[paperTemplatesText.yearAndBatch(set.year, set.batch), shipped ? text.shipped : text.own, text.count(set.aspects.length)].filter((part) => part !== '').join(' · ')}</span>
            <span className="space" />
            {!shipped && <Button size="small" onClick={() => setOpen({ set, base: set })}>{text.edit}</Button>}
            <Button size="small" onClick={() => setOpen({ set: { ...set, name: text.copyName(set.name) }, base: null })}>{text.copy}</Button>
            {!shipped && <Button size="small" type="text" danger onClick={() => void remove(set.id)}>{text.remove}</Button>}
          </header>
          <p>{set.aspects.join('、')}</p>
          {set.source !== '' && <small>{set.source}</small>}
        </article>
      ))}
      <div><Button onClick={() => setOpen({ set: emptySet, base: null })}>{text.add}</Button></div>
      {open && <SetDialog set={open.set} base={open.base} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
