/** Handing the ledger out, merging a sheet back, making a report of it. */
import { useRef, useState } from 'react'
import { App as AntdApp, Button, Dropdown, type MenuProps } from 'antd'
import { MoreOutlined } from '@ant-design/icons'
import type { LedgerList } from '../../../shared/contract/ledger-procedures.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import { columnSets, type ColumnSet } from '../../../shared/ledger/column-sets.ts'
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { MergeChange } from '../../../shared/ledger/merge-sheet.ts'
import { call } from '../../client/client.ts'
import { collectText } from '../../text/collect.ts'
import { ledgerActionText as text } from '../../text/ledger-actions.ts'
import { PackLedgerDialog } from '../collect/pack-ledger-dialog.tsx'
import { goTo } from '../shell/route.ts'
import { useFileExport, type AppInfo } from '../shell/use-file-export.tsx'
import { MergeDialog } from './actions/merge-dialog.tsx'
import { useSheetMerge } from './actions/use-sheet-merge.ts'
import './actions/actions.css'

type Edits = ProcedureInput<'ledger.edit'>['edits']

export interface LedgerActionsProps {
  readonly info: Pick<AppInfo, 'host' | 'canChoosePath'>
  /** Drafts in view; null is all of them. */
  readonly draftIds: readonly string[] | null
  /** Rows as shown when it is asked, each once, named as `rowName` does. */
  readonly rowNames: () => readonly string[]
  /** Columns as shown, without those only the screen has. */
  readonly fields: readonly LedgerField[]
  /** Titles of the unit's own. */
  readonly titles: Readonly<Partial<Record<LedgerField, string>>>
  /** One step of the screen's undo. */
  readonly edit: (edits: Edits) => Promise<readonly { readonly message: string }[]>
}

/** 整改台账 with the columns on screen, and the lists that have columns of their own. */
const lists: readonly { readonly key: string; readonly label: string; readonly set: ColumnSet | undefined }[] = [
  { key: 'shown', label: text.asShown, set: undefined }, ...columnSets.map((set) => ({ key: set.id, label: set.title, set })),
]

export function LedgerActions({ info, draftIds, rowNames, fields, titles, edit }: LedgerActionsProps) {
  const { message, modal, notification } = AntdApp.useApp()
  const { busy, run } = useFileExport(info)
  const [merging, setMerging] = useState(false)
  const [packing, setPacking] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const sheet = useSheetMerge((failure) => void modal.error({ title: failure.message }))

  const listFor = (set: ColumnSet | undefined, format: LedgerList['format']): LedgerList => ({
    draftIds, names: rowNames(), format, list: set?.title ?? columnSets[0].title,
    fields: set?.fields ?? fields, titles: set === undefined ? titles : { ...set.titles },
  })
  const exportAs = (format: LedgerList['format'], key: string) => {
    const list = listFor(lists.find((one) => one.key === key)?.set, format)
    void run({
      done: format === 'xlsx' ? text.doneExcel : text.doneWord,
      write: (target, ifExists, layout) => call('ledger.export', { ...list, ...layout, target, ifExists }), content: (layout) => call('ledger.content', { ...list, ...layout }),
    })
  }
  const menuFor = (format: LedgerList['format']): MenuProps => ({
    'aria-label': format === 'xlsx' ? text.exportExcel : text.exportWord,
    items: lists.map(({ key, label }) => ({ key, label })), onClick: ({ key }) => exportAs(format, key),
  })

  const report = async () => {
    const made = await call('ledger.report', { draftIds, names: rowNames() })
    if (!made.ok) return void modal.error({ title: made.error.message })
    const { draftId } = made.value
    notification.success({
      title: text.reportDone, key: 'report', duration: 12,
      actions: <Button size="small" type="primary" onClick={() => { notification.destroy('report'); goTo({ page: 'draft', draftId }) }}>{text.openReport}</Button>,
    })
  }
  const merge = async (changes: readonly MergeChange[]) => {
    setMerging(true)
    const faults = await edit(changes.map(({ name, field, value }) => {
      const at = name.indexOf('/')
      return { draftId: name.slice(0, at), key: name.slice(at + 1), field, value }
    }))
    setMerging(false)
    sheet.stop()
    void message.success(text.dialog.merged(changes.length - faults.length))
    if (faults.length > 0) modal.warning({ title: text.dialog.failed(faults.length), content: [...new Set(faults.map((fault) => fault.message))].map((words) => <p key={words}>{words}</p>) })
  }
  const more: MenuProps = {
    items: [{ key: 'report', label: text.report }, { key: 'merge', label: text.merge }, { key: 'pack', label: collectText.pack.menu }],
    onClick: ({ key }) => (key === 'report' ? void report() : key === 'pack' ? setPacking(true) : chooser.current?.click()),
  }
  return (
    <>
      <Dropdown menu={menuFor('xlsx')} trigger={['click']} disabled={busy}><Button>{text.exportExcel}</Button></Dropdown>
      <Dropdown menu={menuFor('docx')} trigger={['click']} disabled={busy}><Button type="primary" loading={busy}>{busy ? text.working : text.exportWord}</Button></Dropdown>
      <Dropdown menu={more} trigger={['click']}><Button icon={<MoreOutlined />} aria-label={text.more} title={text.more} /></Dropdown>
      <input
        ref={chooser} type="file" hidden accept=".xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void sheet.read(file)
        }}
      />
      {packing && <PackLedgerDialog draftIds={draftIds} onClose={() => setPacking(false)} />}
      {sheet.reading && <MergeDialog key={sheet.reading.kind} reading={sheet.reading} busy={merging} onCancel={sheet.stop} onMerge={(changes) => void merge(changes)} />}
    </>
  )
}
