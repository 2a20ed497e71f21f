/** Paper templates: listed, read, saved, copied, removed and put back; drafts begun from them. */
import type { TemplateSummary } from '../../../shared/contract/paper-template-procedures.ts'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { freeName, sameName } from '../../../shared/paper-templates/names.ts'
import { paperTemplateSchema, type PaperTemplate } from '../../../shared/paper-templates/paper-template.ts'
import { beginDraft } from '../begin-draft.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { allTemplates, isShippedTemplate, ownTemplates, readStored, storeTemplate, templateFault } from '../paper-templates.ts'
import { findContent, setContentTrashed } from '../storage/contents-table.ts'

type TemplateProcedures = 'paperTemplates.list' | 'paperTemplates.read' | 'paperTemplates.save' | 'paperTemplates.copy' | 'paperTemplates.remove' | 'paperTemplates.putBack' | 'paperTemplates.begin'

export function paperTemplateHandlers(context: Context): { readonly [N in TemplateProcedures]: Handler<N> } {
  const shipped = (id: string) => isShippedTemplate(context, id)
  const find = (id: string) => allTemplates(context).find((one) => one.id === id)
  /** The unit's own template, outside the trash. */
  const own = (id: string): Result<PaperTemplate> => {
    if (shipped(id)) return fail('PAPER_TEMPLATE_SHIPPED')
    const found = ownTemplates(context).own.find((one) => one.id === id)
    return found ? ok(found) : fail('PAPER_TEMPLATE_NOT_FOUND')
  }
  const told = (clientId: string) => context.emit({ type: 'contents-changed', kind: 'template', clientId })
  const stored = (template: PaperTemplate, clientId: string) => {
    const result = storeTemplate(context, template, clientId)
    return result.ok ? ok({ template: result.value }) : result
  }
  return {
    'paperTemplates.list': () => {
      const summary = ({ id, name, kind, description, year, batch, source }: PaperTemplate, isOfProgram: boolean): TemplateSummary => ({ id, name, kind, description, year, batch, source, shipped: isOfProgram })
      const { own: mine, unreadable } = ownTemplates(context)
      return ok({ templates: [...context.resources.templates.map((one) => summary(one, true)), ...mine.map((one) => summary(one, false))], unreadable })
    },
    'paperTemplates.read': ({ id }) => {
      const template = find(id)
      return template ? ok({ template, shipped: shipped(id) }) : fail('PAPER_TEMPLATE_NOT_FOUND')
    },
    'paperTemplates.save': ({ template, base, clientId }) => {
      const fault = templateFault(context, template)
      if (fault !== undefined) return fail('PAPER_TEMPLATE_INVALID', { reason: fault })
      const named = { ...template, name: template.name.trim() }
      if (named.name === '') return fail('PAPER_TEMPLATE_INVALID', { reason: '请给模板写上名称。' })
      if (base === null) return stored({ ...named, id: context.options.ids() }, clientId)
      const present = own(template.id)
      if (!present.ok) return present
      if (JSON.stringify(present.value) !== JSON.stringify(base)) return fail('PAPER_TEMPLATE_CHANGED', {}, { template: present.value })
      if (allTemplates(context).some((one) => one.id !== template.id && sameName(one.name, named.name))) return fail('PAPER_TEMPLATE_NAME_TAKEN', { name: named.name })
      return stored(named, clientId)
    },
    'paperTemplates.copy': ({ id, clientId }) => {
      const from = find(id)
      if (!from) return fail('PAPER_TEMPLATE_NOT_FOUND')
      const name = freeName(`${from.name.slice(0, 180)} 副本`, allTemplates(context).map((one) => one.name))
      return stored({ ...from, id: context.options.ids(), name }, clientId)
    },
    'paperTemplates.remove': ({ id, clientId }) => {
      if (shipped(id)) return fail('PAPER_TEMPLATE_SHIPPED')
      const row = findContent(context.database(), 'template', id)
      // One that can no longer be read is removed as well: that is how its line goes away.
      if (!row || !setContentTrashed(context.database(), 'template', id, context.now())) return fail('PAPER_TEMPLATE_NOT_FOUND')
      told(clientId)
      return ok({ name: row.title })
    },
    'paperTemplates.putBack': ({ id, clientId }) => {
      const row = findContent(context.database(), 'template', id)
      const template = row && row.trashed_at !== null ? readStored(paperTemplateSchema, row.content) : undefined
      if (!template) return fail('PAPER_TEMPLATE_NOT_FOUND')
      // Meanwhile another may have taken its name.
      return stored(template, clientId)
    },
    'paperTemplates.begin': ({ id, aspects, values }) => {
      const template = find(id)
      return template ? beginDraft(context, template, { aspects, values }) : fail('PAPER_TEMPLATE_NOT_FOUND')
    },
  }
}
