/** What is done with a whole layout: copied, exported, imported, removed; each of it can be taken back. */
import { App as AntdApp, Button, Select } from 'antd'
import type { Layout } from '../../../../shared/print/layout.ts'
import { standardLayoutId } from '../../../../shared/print/layout-names.ts'
import type { ProcedureInput } from '../../../../shared/contract/procedures.ts'
import { call, clientId, type Failure } from '../../../client/client.ts'
import { readBase64 } from '../../../client/read-file.ts'
import { layoutsText as text } from '../../../text/layouts.ts'
import { zh } from '../../../text/zh.ts'
import { useFileExport, type AppInfo } from '../../shell/use-file-export.tsx'
import { loadLayouts, revertLayout } from './layout-store.ts'

type PutBack = Omit<ProcedureInput<'layouts.putBack'>, 'clientId'>
type IfTaken = ProcedureInput<'layouts.import'>['ifTaken']

export interface LayoutActions {
  readonly busy: boolean
  readonly copy: (id: string) => Promise<Layout | undefined>
  readonly exportFile: (id: string) => void
  readonly importFile: (file: File) => Promise<Layout | undefined>
  readonly remove: (layout: Layout, others: readonly Layout[]) => Promise<void>
}

export function useLayoutActions(info: Pick<AppInfo, 'host' | 'canChoosePath'>): LayoutActions {
  const { modal, notification } = AntdApp.useApp()
  const { busy, run } = useFileExport(info)
  const refuse = (failure: Failure) => { modal.error({ title: failure.message }) }

  const undo = async (back: PutBack) => {
    notification.destroy('layout')
    const result = await call('layouts.putBack', { ...back, clientId })
    if (!result.ok) return refuse(result.error)
    await loadLayouts()
    notification.success({ key: 'layout', title: text.undone(result.value.layout.name, result.value.drafts), duration: 6 })
  }
  const tell = (title: string, back: PutBack | undefined, description?: string) => notification.success({
    key: 'layout', title, duration: back ? 12 : 6, ...(description === undefined ? {} : { description }),
    ...(back ? { actions: <Button size="small" onClick={() => void undo(back)}>{text.undo}</Button> } : {}),
  })

  const removeWith = async (layout: Layout, switchTo: Layout | undefined): Promise<Failure | undefined> => {
    const result = await call('layouts.remove', { id: layout.id, switchTo: switchTo?.id ?? null, clientId })
    if (!result.ok) return result.error
    revertLayout(layout.id)
    await loadLayouts()
    const { switched } = result.value
    tell(switched && switchTo ? text.removedSwitched(layout.name, switched.draftIds.length, switchTo.name) : text.removed(layout.name), result.value)
    return undefined
  }
  /** Drafts use it: the writer says what they get instead. */
  const askSwitch = (layout: Layout, others: readonly Layout[], count: number) => {
    let target = others.find((one) => one.id === standardLayoutId) ?? others[0]
    modal.confirm({
      title: text.inUse.title(layout.name, count), okText: text.inUse.confirm, cancelText: zh.app.cancel, okButtonProps: { danger: true },
      content: (
        <>
          <p>{text.inUse.lead}</p>
          <label>{text.inUse.to} <Select style={{ minWidth: 240 }} defaultValue={target?.id ?? null} options={others.map((one) => ({ value: one.id, label: one.name }))} onChange={(id) => { target = others.find((one) => one.id === id) }} /></label>
        </>
      ),
      onOk: async () => {
        const failure = await removeWith(layout, target)
        if (failure) refuse(failure)
      },
    })
  }

  /** One of the name is there: keep both, or replace it if it is the unit's own. */
  const askTaken = (failure: Failure): Promise<IfTaken | undefined> => new Promise((resolve) => {
    const canReplace = (failure.data as { readonly canReplace: boolean }).canReplace
    const answer = (choice: IfTaken | undefined) => () => { dialog.destroy(); resolve(choice) }
    const dialog = modal.confirm({
      title: text.exists.title, content: failure.message, onCancel: () => resolve(undefined),
      footer: () => (
        <div className="dialog-footer">
          <Button onClick={answer(undefined)}>{zh.app.cancel}</Button>
          {canReplace && <Button danger onClick={answer('replace')}>{text.exists.replace}</Button>}
          <Button type="primary" onClick={answer('keepBoth')}>{text.exists.keepBoth}</Button>
        </div>
      ),
    })
  })
  const importWith = async (name: string, contentBase64: string, ifTaken: IfTaken): Promise<Layout | undefined> => {
    const result = await call('layouts.import', { name, contentBase64, ifTaken, clientId })
    if (!result.ok) {
      if (result.error.code !== 'LAYOUT_EXISTS') return void refuse(result.error)
      const choice = await askTaken(result.error)
      return choice && importWith(name, contentBase64, choice)
    }
    const { layout, how, before, warnings } = result.value
    await loadLayouts()
    tell(text.imported[how](layout.name), before ? { layout: before, copiedFrom: null, switched: null } : undefined, warnings.length > 0 && how !== 'same' ? `${text.imported.warnings}${warnings.join('')}` : undefined)
    return layout
  }

  return {
    busy,
    copy: async (id) => {
      const result = await call('layouts.copy', { id, clientId })
      if (!result.ok) return void refuse(result.error)
      await loadLayouts()
      return result.value.layout
    },
    exportFile: (id) => void run({ done: text.exported, write: (target, ifExists) => call('layouts.export', { id, target, ifExists }), content: () => call('layouts.content', { id }) }),
    importFile: async (file) => {
      const read = await readBase64(file)
      return read.ok ? importWith(file.name, read.value, 'ask') : void refuse(read.error)
    },
    remove: async (layout, others) => {
      const failure = await removeWith(layout, undefined)
      if (failure?.code === 'LAYOUT_IN_USE') askSwitch(layout, others, (failure.data as { readonly count: number }).count)
      else if (failure) refuse(failure)
    },
  }
}
