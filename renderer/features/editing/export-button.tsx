/** Getting the paper out: the usual way by one click, the others in a menu. Further ways are further entries. */
import { useRef, useState } from 'react'
import { Button, Dropdown, Space, type MenuProps } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import type { Draft } from '../../../shared/document/draft.ts'
import { countNotes } from '../../../shared/notes/annotations.ts'
import { call } from '../../client/client.ts'
import { deidentifyText } from '../../text/deidentify.ts'
import { notesText } from '../../text/notes.ts'
import { packagesText } from '../../text/packages.ts'
import { templatesText } from '../../text/templates.ts'
import { zh } from '../../text/zh.ts'
import { MakeDialog } from '../exchange/making/make-dialog.tsx'
import { useTemplates } from '../settings/templates/template-store.ts'
import { goTo } from '../shell/route.ts'
import { useFileExport, type AppInfo, type FileExport } from '../shell/use-file-export.tsx'

interface ExportButtonProps extends Pick<AppInfo, 'host' | 'canChoosePath'> {
  readonly draftId: string
  readonly draft: Draft
  readonly flush: () => Promise<boolean>
}

type MenuItems = NonNullable<MenuProps['items']>

interface ExportEntry {
  readonly key: string
  readonly label: string
  /** Made when it is asked for: what it tells is counted in the draft as it is then. */
  readonly file?: (draft: Draft) => FileExport
  readonly go?: () => void
  readonly children?: readonly ExportEntry[]
}

const text = templatesText.menu

/** What is done, and what the file does not show. */
const told = (done: string, ...further: readonly string[]) => [done, ...further].join('。').replace('。。', '。')

function wordEntry(draftId: string): ExportEntry {
  return {
    key: 'word', label: zh.editing.exportWord,
    file: (draft) => {
      const { footnotes } = countNotes(draft)
      return {
        done: told(zh.exporting.done, ...(footnotes > 0 ? [notesText.notPrinted(footnotes)] : [])),
        write: (target, ifExists, layout) => call('exports.word', { draftId, ...layout, target, ifExists }),
        content: (layout) => call('exports.content', { draftId, ...layout }),
      }
    },
  }
}

function notesEntry(draftId: string): ExportEntry {
  const variant = { kind: 'notes', draftId } as const
  return {
    key: 'notes', label: notesText.exportWith,
    file: (draft) => {
      const { lost } = countNotes(draft)
      return {
        done: told(notesText.exported, ...(lost > 0 ? [notesText.lostNotExported(lost)] : [])),
        write: (target, ifExists, layout) => call('exports.variant', { variant, ...layout, target, ifExists }),
        content: (layout) => call('exports.variantContent', { variant, ...layout }),
      }
    },
  }
}

function useTemplatesEntry(draftId: string): ExportEntry {
  const { templates } = useTemplates()
  const byTemplate = templates.map(({ id, name }): ExportEntry => ({
    key: `template/${id}`, label: name,
    file: () => ({
      done: text.done(name),
      write: (target, ifExists, layout) => call('exports.template', { draftId, templateId: id, ...layout, target, ifExists }),
      content: (layout) => call('exports.templateContent', { draftId, templateId: id, ...layout }),
    }),
  }))
  const settings: ExportEntry = { key: 'settings', label: templates.length === 0 ? text.none : text.manage, go: () => goTo({ page: 'settings', section: 'templates' }) }
  return { key: 'templates', label: text.by, children: [...byTemplate, settings] }
}

const itemsOf = (entries: readonly ExportEntry[]): MenuItems => entries.map(({ key, label, children }) => ({ key, label, ...(children ? { children: itemsOf(children) } : {}) }))
const flat = (entries: readonly ExportEntry[]): ExportEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])])

export function ExportButton({ draftId, draft, flush, ...info }: ExportButtonProps) {
  const { busy, run } = useFileExport(info)
  const [packing, setPacking] = useState(false)
  const latest = useRef(draft)
  latest.current = draft
  const word = wordEntry(draftId)
  const pack: ExportEntry = { key: 'package', label: packagesText.editorMake, go: () => void flush().then(() => setPacking(true)) }
  const deidentify: ExportEntry = { key: 'deidentify', label: deidentifyText.command, go: () => void flush().then(() => goTo({ page: 'deidentify', draftId })) }
  const further = [notesEntry(draftId), useTemplatesEntry(draftId), deidentify, pack]
  const choose = async (key: string) => {
    const entry = flat([word, ...further]).find((one) => one.key === key)
    if (entry?.file === undefined) return entry?.go?.()
    // What is saved is exported: the editor's last words first.
    await flush()
    await run(entry.file(latest.current))
  }
  return (
    <Space.Compact>
      <Button type="primary" loading={busy} onClick={() => void choose(word.key)}>{busy ? zh.exporting.working : word.label}</Button>
      <Dropdown trigger={['click']} placement="bottomRight" disabled={busy} menu={{ items: itemsOf(further), onClick: ({ key }) => void choose(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={text.more} title={text.more} disabled={busy} />
      </Dropdown>
      {packing && <MakeDialog info={info} start={[{ kind: 'draft', id: draftId }]} onClose={() => setPacking(false)} />}
    </Space.Compact>
  )
}
