/** What is done with a whole template: added, tried, exported, renamed, removed. */
import { useState } from 'react'
import { App as AntdApp, Button } from 'antd'
import type { TemplateFaults, WordTemplate } from '../../../../shared/contract/template-procedures.ts'
import { call, clientId, newJobId, type Failure } from '../../../client/client.ts'
import { readBase64 } from '../../../client/read-file.ts'
import { templatesText as text } from '../../../text/templates.ts'
import { useFileExport, type AppInfo } from '../../shell/use-file-export.tsx'
import { loadTemplates } from './template-store.ts'

export function useTemplateActions(info: Pick<AppInfo, 'host' | 'canChoosePath'>) {
  const { modal, notification } = AntdApp.useApp()
  const { busy, run } = useFileExport(info)
  const [adding, setAdding] = useState(false)

  const refuse = (failure: Failure) => {
    if (failure.code !== 'TEMPLATE_BROKEN') return void modal.error({ title: failure.message })
    const { faults } = failure.data as { readonly faults: TemplateFaults }
    modal.error({
      title: text.broken.title, width: 620,
      content: <><p>{text.broken.lead}</p><ul className="template-faults">{faults.map((one) => <li key={one.place + one.message}><b>{one.place}</b>{one.message}</li>)}</ul></>,
    })
  }
  const putBack = async (id: string) => {
    notification.destroy('template')
    const result = await call('templates.putBack', { id, clientId })
    if (!result.ok) return refuse(result.error)
    await loadTemplates()
    notification.success({ key: 'template', title: text.undone(result.value.template.name), duration: 6 })
  }

  return {
    busy, adding,
    /** @returns the id of the template, for showing what was found in it. */
    add: async (file: File): Promise<string | undefined> => {
      const read = await readBase64(file)
      if (!read.ok) return void refuse(read.error)
      setAdding(true)
      const result = await call('templates.add', { jobId: newJobId(), name: file.name, contentBase64: read.value, clientId })
      setAdding(false)
      if (!result.ok) return void refuse(result.error)
      await loadTemplates()
      notification.success({ key: 'template', title: text.added(result.value.template.name), duration: 6 })
      return result.value.template.id
    },
    tryOut: (id: string) => void run({ done: text.tried, write: (target, ifExists) => call('templates.try', { id, target, ifExists }), content: () => call('templates.tryContent', { id }) }),
    exportFile: (id: string) => void run({ done: text.exported, write: (target, ifExists) => call('templates.export', { id, target, ifExists }), content: () => call('templates.content', { id }) }),
    rename: async (id: string, name: string) => {
      const result = await call('templates.rename', { id, name, clientId })
      if (!result.ok) refuse(result.error)
      await loadTemplates()
    },
    remove: async ({ id, name }: WordTemplate) => {
      const result = await call('templates.remove', { id, clientId })
      if (!result.ok) return refuse(result.error)
      await loadTemplates()
      notification.success({ key: 'template', title: text.removed(name), duration: 12, actions: <Button size="small" onClick={() => void putBack(id)}>{text.undo}</Button> })
    },
  }
}
