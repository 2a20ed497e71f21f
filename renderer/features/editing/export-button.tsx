/** Getting the paper out: the usual way by one click, the others in a menu of one list. */
import { useRef } from 'react'
import { Button, Dropdown, Space } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import type { Draft } from '../../../shared/document/draft.ts'
import { countNotes } from '../../../shared/notes/annotations.ts'
import { call } from '../../client/client.ts'
import { notesText } from '../../text/notes.ts'
import { zh } from '../../text/zh.ts'
import { useFileExport, type AppInfo, type FileExport } from '../shell/use-file-export.tsx'

interface ExportButtonProps extends Pick<AppInfo, 'host' | 'canChoosePath'> {
  readonly draftId: string
  readonly draft: Draft
  readonly flush: () => Promise<boolean>
}

interface ExportWay extends FileExport {
  readonly key: string
  readonly name: string
}

/** What is done, and what the file does not show. */
const told = (done: string, ...further: readonly string[]) => [done, ...further].join('。').replace('。。', '。')

function waysOf(draftId: string, draft: Draft): readonly [ExportWay, ...ExportWay[]] {
  const { footnotes, lost } = countNotes(draft)
  const variant = { kind: 'notes', draftId } as const
  return [
    {
      key: 'word', name: zh.editing.exportWord, done: told(zh.exporting.done, ...(footnotes > 0 ? [notesText.notPrinted(footnotes)] : [])),
      write: (target, ifExists, layout) => call('exports.word', { draftId, ...layout, target, ifExists }), content: (layout) => call('exports.content', { draftId, ...layout }),
    },
    {
      key: 'notes', name: notesText.exportWith, done: told(notesText.exported, ...(lost > 0 ? [notesText.lostNotExported(lost)] : [])),
      write: (target, ifExists, layout) => call('exports.variant', { variant, ...layout, target, ifExists }), content: (layout) => call('exports.variantContent', { variant, ...layout }),
    },
  ]
}

export function ExportButton({ draftId, draft, flush, ...info }: ExportButtonProps) {
  const { busy, run } = useFileExport(info)
  const latest = useRef(draft)
  latest.current = draft
  const ways = waysOf(draftId, draft)
  const start = async (key: string) => {
    await flush()
    const way = waysOf(draftId, latest.current).find((one) => one.key === key)
    if (way) await run(way)
  }
  return (
    <Space.Compact>
      <Button type="primary" loading={busy} onClick={() => void start(ways[0].key)}>{busy ? zh.exporting.working : ways[0].name}</Button>
      <Dropdown trigger={['click']} placement="bottomRight" disabled={busy} menu={{ items: ways.slice(1).map(({ key, name }) => ({ key, label: name })), onClick: ({ key }) => void start(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={notesText.moreExports} title={notesText.moreExports} />
      </Dropdown>
    </Space.Compact>
  )
}
