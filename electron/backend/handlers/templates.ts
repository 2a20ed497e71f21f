/** The unit's own Word templates: kept, looked at, tried, and filled with drafts. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { WordTemplate } from '../../../shared/contract/template-procedures.ts'
import type { Block, Draft } from '../../../shared/document/draft.ts'
import { freeLayoutName, plainLayoutName } from '../../../shared/print/layout-names.ts'
import { recognise } from '../../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../../shared/recognition/source.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { sha256 } from '../files/write-export.ts'
import { standardLayout } from '../layouts.ts'
import { insertTemplate, listTemplates, renameTemplate, setTemplateRemoved, templateBytes, templateWithHash } from '../storage/templates-table.ts'
import { openForPaper } from './exports.ts'
import { writeTo } from './write-target.ts'

type TemplateProcedures =
  | 'templates.list' | 'templates.add' | 'templates.rename' | 'templates.remove' | 'templates.putBack' | 'templates.export' | 'templates.content' | 'templates.try' | 'templates.tryContent'
  | 'exports.template' | 'exports.templateContent'

interface FilledFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly notes: readonly string[]
}

const longestName = 60

/** A shipped example with the parts of an official document, so that every field has something to show. */
function exampleDraft(context: Context): Draft {
  const example = context.resources.examples.find((one) => one.kind === 'team-plan') ?? context.resources.examples[0]!
  const { draft } = recognise(paragraphsFromText(example.text), { draftId: 'example', kind: 'team-plan' })
  const text = (role: 'subtitle' | 'byline' | 'addressee' | 'attachment', words: string): Block[] => (draft.blocks.some((block) => block.role === role) ? [] : [{ role, id: `example-${role}`, runs: [{ text: words }] }])
  const isFront = (block: Block) => block.role === 'title' || block.role === 'subtitle' || block.role === 'byline'
  const front = draft.blocks.findLastIndex(isFront) + 1
  const end = draft.blocks.findIndex((block) => block.role === 'signature' || block.role === 'date')
  const blocks = [
    ...draft.blocks.slice(0, front), ...text('subtitle', '（征求意见稿）'), ...text('byline', '示例单位'), ...text('addressee', '上级机关：'),
    ...draft.blocks.slice(front, end === -1 ? undefined : end), ...text('attachment', '附件：示例清单'), ...(end === -1 ? [] : draft.blocks.slice(end)),
  ]
  return {
    ...draft, blocks,
    meta: { unit: '示例单位', author: '张某某', post: '党组书记', meeting: '专题民主生活会', period: '2024年', classification: '内部', ...draft.meta },
    official: {
      copyNumber: '000001', urgency: '特急', head: { marks: ['示例单位文件'], documentNumber: '示发〔2024〕1号', signers: ['张某某'] },
      remark: '联系人：李某某', colophon: { copies: '示例单位各科室', printer: '示例单位办公室', printedOn: '2024-03-18' },
    },
  }
}

export function templateHandlers(context: Context): { readonly [N in TemplateProcedures]: Handler<N> } {
  const told = (clientId: string) => context.emit({ type: 'templates-changed', clientId })
  const find = (id: string): Result<WordTemplate> => {
    const found = listTemplates(context.database()).find((one) => one.id === id)
    return found ? ok(found) : fail('TEMPLATE_NOT_FOUND')
  }
  const fill = async (templateId: string, draft: Draft, layout: Parameters<typeof context.jobs.run<'fill-template'>>[1]['layout'], title: string): Promise<Result<FilledFile>> => {
    const template = find(templateId)
    const bytes = template.ok ? templateBytes(context.database(), templateId) : undefined
    if (!template.ok || !bytes) return fail('TEMPLATE_NOT_FOUND')
    const { name } = template.value
    try {
      const filled = await context.jobs.run('fill-template', { name, bytes, draft, layout }, { name })
      return filled.ok ? ok({ fileName: `${safeFileName(`${title}（${name}）`)}.docx`, ...filled.value }) : filled
    } catch (error) {
      // What a foreign file makes the filler do is the file's fault, told as such; the log has the rest.
      context.options.log.error('template not filled', { templateId, error: String(error) })
      return fail('TEMPLATE_FAILED', { name })
    }
  }
  const filledExample = (id: string) => fill(id, exampleDraft(context), standardLayout(context), '示例')
  const filledDraft = async (draftId: string, templateId: string, layoutId: string | undefined) => {
    const opened = openForPaper(context, draftId, layoutId ?? null)
    if (!opened.ok) return opened
    const { draft, layout } = opened.value
    return fill(templateId, draft, layout, draft.title === '' ? '未命名文稿' : draft.title)
  }
  const write = async (file: FilledFile, about: string, target: Parameters<typeof writeTo>[2], ifExists: Parameters<typeof writeTo>[3]) => {
    const written = await writeTo(context, { ...file, about }, target, ifExists)
    return written.ok ? ok({ ...written.value, notes: [...file.notes] }) : written
  }
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const original = (id: string): Result<{ fileName: string; bytes: Uint8Array }> => {
    const template = find(id)
    const bytes = template.ok ? templateBytes(context.database(), id) : undefined
    return template.ok && bytes ? ok({ fileName: `${safeFileName(template.value.name)}.docx`, bytes }) : fail('TEMPLATE_NOT_FOUND')
  }

  return {
    'templates.list': () => ok({ templates: listTemplates(context.database()) }),
    'templates.add': async ({ jobId, name, contentBase64, clientId }) => {
      const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
      const hash = sha256(bytes)
      const same = templateWithHash(context.database(), hash)
      if (same) return fail('TEMPLATE_EXISTS', { name: same.name }, { id: same.id })
      const checked = await context.jobs.run('check-template', { name, bytes: bytes.slice() }, { jobId, name }).catch((error: unknown) => {
        context.options.log.error('template not read', { error: String(error) })
        return fail('FILE_DAMAGED', { name })
      })
      if (!checked.ok) return checked
      const id = context.options.ids()
      const stem = name.replace(/\.(?:docx|docm|dotx|dotm)$/iu, '').trim().slice(0, longestName) || '模板'
      const named = freeLayoutName(stem, listTemplates(context.database()).map((one) => one.name))
      insertTemplate(context.database(), { id, name: named, bytes: checked.value.bytes, sha256: hash, findings: checked.value.findings, now: context.now() })
      told(clientId)
      const stored = find(id)
      return stored.ok ? ok({ template: stored.value }) : stored
    },
    'templates.rename': ({ id, name, clientId }) => {
      const template = find(id)
      if (!template.ok) return template
      const wanted = name.trim().slice(0, longestName)
      if (wanted === '') return ok({ template: template.value })
      if (listTemplates(context.database()).some((one) => one.id !== id && plainLayoutName(one.name) === plainLayoutName(wanted))) return fail('TEMPLATE_NAME_TAKEN', { name: wanted })
      renameTemplate(context.database(), id, wanted)
      told(clientId)
      return ok({ template: { ...template.value, name: wanted } })
    },
    'templates.remove': ({ id, clientId }) => {
      const template = find(id)
      if (!template.ok) return template
      setTemplateRemoved(context.database(), id, context.now(), context.now())
      told(clientId)
      return ok({ name: template.value.name })
    },
    'templates.putBack': ({ id, clientId }) => {
      if (!setTemplateRemoved(context.database(), id, null, context.now())) return fail('TEMPLATE_NOT_FOUND')
      told(clientId)
      const template = find(id)
      return template.ok ? ok({ template: template.value }) : template
    },
    'templates.export': async ({ id, target, ifExists }) => {
      const file = original(id)
      return file.ok ? writeTo(context, { ...file.value, about: id }, target, ifExists) : file
    },
    'templates.content': ({ id }) => {
      const file = original(id)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: base64(file.value.bytes) }) : file
    },
    'templates.try': async ({ id, target, ifExists }) => {
      const file = await filledExample(id)
      return file.ok ? write(file.value, id, target, ifExists) : file
    },
    'templates.tryContent': async ({ id }) => {
      const file = await filledExample(id)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: base64(file.value.bytes) }) : file
    },
    'exports.template': async ({ draftId, templateId, layout, target, ifExists }) => {
      const file = await filledDraft(draftId, templateId, layout)
      return file.ok ? write(file.value, draftId, target, ifExists) : file
    },
    'exports.templateContent': async ({ draftId, templateId, layout }) => {
      const file = await filledDraft(draftId, templateId, layout)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: base64(file.value.bytes), notes: [...file.value.notes] }) : file
    },
  }
}
