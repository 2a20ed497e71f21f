import { useRef } from 'react'
import { EditOutlined, ProfileOutlined, SettingOutlined, SwapOutlined, TableOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { ledgerText } from '../../text/ledger.ts'
import { screensText } from '../../text/screens.ts'
import { zh } from '../../text/zh.ts'
import { goTo, type Route } from './route.ts'
import { setZoom, useZoom, zoomSteps } from './zoom.ts'

interface RailProps {
  readonly route: Route
  /** The draft last opened in this window. */
  readonly lastDraftId: string | undefined
  /** An import is being looked through: leaving it for the settings would lose the corrections. */
  readonly importing: boolean
}

export function Rail({ route, lastDraftId, importing }: RailProps) {
  const zoom = useZoom()
  /** The selection last looked at in this window. */
  const lastLedger = useRef<readonly string[] | null>(null)
  if (route.page === 'ledger') lastLedger.current = route.draftIds
  return (
    <nav className="rail" aria-label={zh.app.name}>
      <div className="rail-mark" aria-hidden="true">{zh.app.mark}</div>
      <button type="button" aria-current={route.page === 'library' ? 'page' : undefined} onClick={() => goTo({ page: 'library' })}>
        <UnorderedListOutlined style={{ fontSize: 18 }} />{zh.app.library}
      </button>
      {lastDraftId !== undefined && (
        <button type="button" aria-current={route.page === 'draft' ? 'page' : undefined} onClick={() => goTo({ page: 'draft', draftId: lastDraftId })}>
          <EditOutlined style={{ fontSize: 18 }} />{zh.app.editing}
        </button>
      )}
      <button type="button" disabled={importing} aria-current={route.page === 'ledger' ? 'page' : undefined} onClick={() => goTo({ page: 'ledger', draftIds: lastLedger.current })}>
        <TableOutlined style={{ fontSize: 18 }} />{ledgerText.rail}
      </button>
      {(['templates', 'exchange'] as const).map((page) => (
        <button type="button" key={page} disabled={importing} aria-current={route.page === page ? 'page' : undefined} onClick={() => goTo({ page })}>
          {page === 'templates' ? <ProfileOutlined style={{ fontSize: 18 }} /> : <SwapOutlined style={{ fontSize: 18 }} />}{screensText[page]}
        </button>
      ))}
      <div className="rail-foot">
        <button type="button" disabled={importing} aria-current={route.page === 'settings' ? 'page' : undefined} onClick={() => goTo({ page: 'settings' })}>
          <SettingOutlined style={{ fontSize: 18 }} />{zh.app.settings}
        </button>
        <Dropdown trigger={['click']} menu={{ selectedKeys: [String(zoom)], items: zoomSteps.map((step) => ({ key: String(step), label: `${step}%` })), onClick: ({ key }) => setZoom(Number(key)) }}>
          <button type="button" title={zh.app.zoom} aria-label={zh.app.zoom}>{zoom}%</button>
        </Dropdown>
      </div>
    </nav>
  )
}
