import { useRef, useState } from 'react'
import { Alert, Button, Result, Spin } from 'antd'
import { checkLayout } from '../../../../shared/print/check-layout.ts'
import { millimetresOf, pointsOf, shortNumber } from '../../../../shared/print/layout-units.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import { layoutsText } from '../../../text/layouts.ts'
import { zh } from '../../../text/zh.ts'
import type { AppInfo } from '../../shell/use-file-export.tsx'
import { LayoutForm } from './layout-form.tsx'
import { isChanged, loadLayouts, useLayouts, type LayoutsView } from './layout-store.ts'
import { useLayoutActions, type LayoutActions } from './use-layout-actions.tsx'
import './layouts.css'

const text = layoutsText.list

function marginsOf({ page }: Layout): string {
  return [page.top, page.bottom, page.left, page.right].map((side) => shortNumber(millimetresOf(side))).join('、')
}

function LayoutRow({ layout, view, actions, onOpen, onCopy }: { readonly layout: Layout; readonly view: LayoutsView; readonly actions: LayoutActions; readonly onOpen: () => void; readonly onCopy: () => void }) {
  const own = view.own.get(layout.id)
  const origin = own && view.layouts.find((one) => one.id === own.copiedFrom)
  const warnings = checkLayout(layout).length
  return (
    <tr data-layout={layout.id}>
      <th scope="row"><button type="button" className="text-link" onClick={onOpen}>{layout.name}</button>{isChanged(view.edits.get(layout.id)) && <span className="layout-unsaved">{text.unsaved}</span>}</th>
      <td>{text.gridOf(layout.grid.linesPerPage, layout.grid.charactersPerLine)}{warnings > 0 && <span className="layout-unsaved">{text.warned(warnings)}</span>}</td>
      <td>{text.points(shortNumber(pointsOf(layout.grid.linePitch)))}</td>
      <td>{text.millimetres(marginsOf(layout))}</td>
      <td className="quiet">{own ? (origin ? text.copyOf(origin.name) : text.own) : text.shipped}</td>
      <td className="layout-row-actions">
        {own ? <Button size="small" onClick={onOpen}>{text.edit}</Button> : <Button size="small" onClick={onCopy}>{text.copy}</Button>}
        <Button size="small" type="text" disabled={actions.busy} onClick={() => actions.exportFile(layout.id)}>{text.exportFile}</Button>
        {own && <Button size="small" type="text" danger onClick={() => void actions.remove(layout, view.layouts.filter((one) => one.id !== layout.id))}>{text.remove}</Button>}
      </td>
    </tr>
  )
}

export function LayoutsSection({ info }: { readonly info: AppInfo }) {
  const view = useLayouts()
  const actions = useLayoutActions(info)
  const [openId, setOpenId] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  if (!view.loaded) return view.failure
    ? <Result status="warning" title={view.failure.message} extra={<Button type="primary" onClick={() => void loadLayouts()}>{zh.app.retry}</Button>} />
    : <div className="center"><Spin description={zh.app.loading} /></div>

  const copy = async (id: string) => {
    const made = await actions.copy(id)
    if (made) setOpenId(made.id)
  }
  // One that another window removed stays open while something in it is not saved.
  const open = view.layouts.find((one) => one.id === openId) ?? (openId === undefined ? undefined : view.edits.get(openId)?.base)
  if (open) return <LayoutForm key={open.id} layout={open} view={view} onBack={() => setOpenId(undefined)} onCopy={() => void copy(open.id)} />
  return (
    <div className="settings-sheet">
      <h2>{layoutsText.title}</h2>
      <p className="settings-lead">{layoutsText.lead}</p>
      {view.unreadable.length > 0 && <Alert type="warning" showIcon title={text.unreadable(view.unreadable.map((one) => one.name).join('、'))} style={{ marginBottom: 12 }} />}
      <table className="layout-list" aria-label={layoutsText.title}>
        <thead><tr><th scope="col">{text.name}</th><th scope="col">{text.grid}</th><th scope="col">{text.pitch}</th><th scope="col">{text.margins}</th><th scope="col">{text.kind}</th><th scope="col">{text.actions}</th></tr></thead>
        <tbody>{view.layouts.map((layout) => <LayoutRow key={layout.id} layout={layout} view={view} actions={actions} onOpen={() => setOpenId(layout.id)} onCopy={() => void copy(layout.id)} />)}</tbody>
      </table>
      <div className="row-foot layout-list-foot">
        <Button onClick={() => picker.current?.click()}>{text.import}</Button>
        <input
          ref={picker} type="file" accept=".json,application/json" hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void actions.importFile(file)
          }}
        />
      </div>
    </div>
  )
}
