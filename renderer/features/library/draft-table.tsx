import { useEffect, useRef, useState } from 'react'
import { Alert, Button, Empty, Table, type TableColumnsType } from 'antd'
import type { DraftSummary } from '../../../shared/contract/procedures.ts'
import { deidentifyText } from '../../text/deidentify.ts'
import { finalText } from '../../text/final.ts'
import { kindNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'
import { grouped, nearTime } from '../shell/times.ts'
import type { LibraryView } from './use-library.ts'

interface DraftTableProps {
  readonly library: LibraryView
  readonly folder: 'active' | 'trash'
  readonly chosen: readonly string[]
  readonly emptyText: string
  readonly onChoose: (draftIds: readonly string[]) => void
  readonly onOpen: (draftId: string) => void
  readonly onMove: (draftId: string) => void
}

function columns({ folder, onOpen, onMove }: DraftTableProps): TableColumnsType<DraftSummary> {
  return [
    {
      title: zh.library.columns.title, dataIndex: 'title', key: 'title',
      render: (title: string, draft) => (
        <div className="draft-title">
          <button type="button" className="link" title={title} onClick={(event) => { event.stopPropagation(); onOpen(draft.id) }}>{title === '' ? zh.library.untitled : title}</button>
          {draft.finalAt !== null && <span className="tag final-tag">{finalText.states.final}</span>}
          {draft.hit && <small>{draft.hit.before}<mark>{draft.hit.match}</mark>{draft.hit.after}</small>}
        </div>
      ),
    },
    { title: zh.library.columns.kind, dataIndex: 'kind', key: 'kind', width: 136, render: (kind: DraftSummary['kind']) => kindNames[kind] },
    { title: zh.library.columns.unit, dataIndex: 'unit', key: 'unit', width: 170, ellipsis: true },
    { title: zh.library.columns.characters, dataIndex: 'characters', key: 'characters', width: 80, align: 'right', render: (count: number) => grouped(count) },
    { title: folder === 'trash' ? zh.library.columns.trashed : zh.library.columns.updated, key: 'time', width: 130, render: (_, draft) => nearTime(folder === 'trash' ? draft.trashedAt ?? draft.updatedAt : draft.updatedAt) },
    {
      title: '', key: 'actions', width: 206, align: 'right',
      render: (_, draft) => <>{folder === 'active' && <Button size="small" type="text" className="row-action" onClick={(event) => { event.stopPropagation(); goTo({ page: 'deidentify', draftId: draft.id }) }}>{deidentifyText.library}</Button>}<Button size="small" type="text" className="row-action" onClick={(event) => { event.stopPropagation(); onMove(draft.id) }}>{folder === 'active' ? zh.library.toTrash : zh.library.restore}</Button></>,
    },
  ]
}

/** The list, drawn only where it is seen; the next page is fetched as its end comes near. */
export function DraftTable(props: DraftTableProps) {
  const { library, chosen, emptyText, onChoose, onOpen } = props
  const holder = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(400)
  useEffect(() => {
    const element = holder.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(Math.max(160, element.clientHeight - 40)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  if (library.failure) return <Alert type="error" showIcon title={library.failure.message} />
  return (
    <div className="draft-table" ref={holder}>
      <Table<DraftSummary>
        rowKey="id" size="middle" virtual pagination={false} columns={columns(props)} dataSource={library.drafts as DraftSummary[]} scroll={{ y: height, x: 900 }}
        loading={!library.loaded}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={emptyText} /> }}
        rowSelection={{ selectedRowKeys: chosen as string[], onChange: (keys) => onChoose(keys as string[]), columnWidth: 44 }}
        onRow={(draft) => ({ onDoubleClick: () => onOpen(draft.id) })}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
          if (scrollTop + clientHeight > scrollHeight - 1200) library.loadMore()
        }}
      />
    </div>
  )
}
