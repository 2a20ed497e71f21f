/** The export button and its menu. Further ways to export are further entries. */
import { Button, Dropdown, Space, type MenuProps } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { call } from '../../client/client.ts'
import { templatesText } from '../../text/templates.ts'
import { zh } from '../../text/zh.ts'
import { useTemplates } from '../settings/templates/template-store.ts'
import { goTo } from '../shell/route.ts'
import { useFileExport, type AppInfo, type FileExport } from '../shell/use-file-export.tsx'

interface ExportButtonProps extends Pick<AppInfo, 'host' | 'canChoosePath'> {
  readonly draftId: string
  readonly flush: () => Promise<boolean>
}

type MenuItems = NonNullable<MenuProps['items']>

interface ExportEntry {
  readonly key: string
  readonly label: string
  readonly file?: FileExport
  readonly go?: () => void
  readonly children?: readonly ExportEntry[]
}

const text = templatesText.menu

/** What is saved is exported: the editor's last words first. */
function afterSaving(flush: () => Promise<boolean>, file: FileExport): FileExport {
  return {
    ...file,
    write: async (...parts) => {
      await flush()
      return file.write(...parts)
    },
  }
}

function useEntries(draftId: string): readonly [ExportEntry & { readonly file: FileExport }, ...ExportEntry[]] {
  const { templates } = useTemplates()
  const byTemplate = templates.map(({ id, name }): ExportEntry => ({
    key: `template/${id}`, label: name,
    file: {
      done: text.done(name),
      write: (target, ifExists, layout) => call('exports.template', { draftId, templateId: id, ...layout, target, ifExists }),
      content: (layout) => call('exports.templateContent', { draftId, templateId: id, ...layout }),
    },
  }))
  const settings: ExportEntry = { key: 'settings', label: templates.length === 0 ? text.none : text.manage, go: () => goTo({ page: 'settings', section: 'templates' }) }
  return [
    {
      key: 'word', label: text.word,
      file: { done: zh.exporting.done, write: (target, ifExists, layout) => call('exports.word', { draftId, ...layout, target, ifExists }), content: (layout) => call('exports.content', { draftId, ...layout }) },
    },
    { key: 'templates', label: text.by, children: [...byTemplate, settings] },
  ]
}

const itemsOf = (entries: readonly ExportEntry[]): MenuItems => entries.map(({ key, label, children }) => ({ key, label, ...(children ? { children: itemsOf(children) } : {}) }))
const flat = (entries: readonly ExportEntry[]): ExportEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])])

export function ExportButton({ draftId, flush, ...info }: ExportButtonProps) {
  const { busy, run } = useFileExport(info)
  const entries = useEntries(draftId)
  const choose = (key: string) => {
    const entry = flat(entries).find((one) => one.key === key)
    if (entry?.file) void run(afterSaving(flush, entry.file))
    else entry?.go?.()
  }
  return (
    <Space.Compact>
      <Button type="primary" loading={busy} onClick={() => choose(entries[0].key)}>{busy ? zh.exporting.working : zh.editing.exportWord}</Button>
      <Dropdown trigger={['click']} placement="bottomRight" disabled={busy} menu={{ items: itemsOf(entries), onClick: ({ key }) => choose(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={text.more} title={text.more} disabled={busy} />
      </Dropdown>
    </Space.Compact>
  )
}
