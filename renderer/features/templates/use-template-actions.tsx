/** What is done with a whole template: copied, named anew, removed; removal can be taken back. */
import { App as AntdApp, Button } from 'antd'
import type { TemplateSummary } from '../../../shared/contract/paper-template-procedures.ts'
import type { PaperTemplate } from '../../../shared/paper-templates/paper-template.ts'
import { call, clientId, type Failure } from '../../client/client.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { dropEdit } from './template-edits.ts'
import { loadPaperTemplates } from './template-store.ts'

const text = paperTemplatesText.library

export interface TemplateActions {
  readonly copy: (id: string) => Promise<PaperTemplate | undefined>
  readonly createBlank: () => Promise<PaperTemplate | undefined>
  /** @returns whether it has the name now. */
  readonly rename: (id: string, name: string) => Promise<boolean>
  readonly remove: (template: Pick<TemplateSummary, 'id' | 'name'>) => Promise<void>
}

const blank: PaperTemplate = {
  schemaVersion: 1, id: 'new', name: text.blankName, kind: 'other', description: '', year: '', batch: '', source: '', layout: 'gb33476',
  blocks: [{ role: 'title', id: 'b1', runs: [{ text: text.blankTitle, placeholder: text.blankKey }] }, { role: 'paragraph', id: 'b2', runs: [] }], hints: [], required: [],
}

export function useTemplateActions(): TemplateActions {
  const { modal, notification } = AntdApp.useApp()
  const refuse = (failure: Failure) => { modal.error({ title: failure.message }) }
  const undo = async (id: string) => {
    notification.destroy('paper-template')
    const result = await call('paperTemplates.putBack', { id, clientId })
    if (!result.ok) return refuse(result.error)
    await loadPaperTemplates()
    notification.success({ key: 'paper-template', title: text.undone(result.value.template.name), duration: 6 })
  }
  const made = async (result: Awaited<ReturnType<typeof call<'paperTemplates.copy'>>>) => {
    if (!result.ok) return void refuse(result.error)
    await loadPaperTemplates()
    return result.value.template
  }
  return {
    copy: async (id) => made(await call('paperTemplates.copy', { id, clientId })),
    createBlank: async () => made(await call('paperTemplates.save', { template: blank, base: null, clientId })),
    rename: async (id, name) => {
      const read = await call('paperTemplates.read', { id })
      if (!read.ok) return refuse(read.error), false
      if (read.value.template.name === name.trim()) return true
      const result = await call('paperTemplates.save', { template: { ...read.value.template, name: name.trim() }, base: read.value.template, clientId })
      if (!result.ok) return refuse(result.error), false
      await loadPaperTemplates()
      return true
    },
    remove: async ({ id, name }) => {
      const result = await call('paperTemplates.remove', { id, clientId })
      if (!result.ok) return refuse(result.error)
      dropEdit(id)
      await loadPaperTemplates()
      notification.success({ key: 'paper-template', title: text.removed(name), duration: 12, actions: <Button size="small" onClick={() => void undo(id)}>{text.undo}</Button> })
    },
  }
}
