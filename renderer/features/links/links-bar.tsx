/** Above the columns: what is linked and what is not, where to look next, what to show. */
import { Button, Checkbox, Segmented } from 'antd'
import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import type { Links } from '../../../shared/document/links.ts'
import { linkText } from '../../text/links.ts'
import { countLinks } from './link-model.ts'

export type Shown = 'all' | 'cause' | 'measure'

interface LinksBarProps {
  readonly links: Links
  readonly shown: Shown
  readonly onlyLoose: boolean
  /** How many entries shown have no counterpart. */
  readonly loose: number
  readonly suggestions: number
  readonly rejected: number
  readonly readOnly: boolean
  readonly onShow: (shown: Shown) => void
  readonly onOnlyLoose: (only: boolean) => void
  readonly onJump: (by: 1 | -1) => void
  readonly onAcceptAll: () => void
  readonly onBringBack: () => void
  readonly onClose: () => void
}

export function LinksBar({ links, shown, onlyLoose, loose, suggestions, rejected, readOnly, onShow, onOnlyLoose, onJump, onAcceptAll, onBringBack, onClose }: LinksBarProps) {
  const choices: Shown[] = ['all', 'cause', 'measure']
  return (
    <div className="links-bar">
      <div className="links-head">
        <p className="links-summary">{linkText.summary(countLinks(links))}</p>
        <Button size="small" icon={<CloseOutlined />} onClick={onClose}>{linkText.close}</Button>
      </div>
      <div className="links-tools">
        <Button size="small" icon={<ArrowUpOutlined />} disabled={loose === 0} onClick={() => onJump(-1)}>{linkText.previous}</Button>
        <Button size="small" icon={<ArrowDownOutlined />} disabled={loose === 0} onClick={() => onJump(1)}>{linkText.next}</Button>
        <Checkbox checked={onlyLoose} onChange={(event) => onOnlyLoose(event.target.checked)}>{linkText.onlyLoose}</Checkbox>
        <span className="space" />
        {rejected > 0 && <Button size="small" type="link" onClick={onBringBack}>{linkText.bringBack(rejected)}</Button>}
        {suggestions > 0 && <Button size="small" disabled={readOnly} onClick={onAcceptAll}>{linkText.acceptAll(suggestions)}</Button>}
        {links.causes.length > 0 && <Segmented size="small" aria-label={linkText.showLabel} value={shown} options={choices.map((value) => ({ value, label: linkText.show[value] }))} onChange={onShow} />}
      </div>
    </div>
  )
}
