/** 交换: packages made and opened, and one ledger over those of many units. */
import { CollectPane } from '../collect/collect-pane.tsx'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { screensText as text } from '../../text/screens.ts'
import { PackagesPane } from './packages-pane.tsx'

const sections = ['packages', 'collect'] as const

export function ExchangeScreen({ info, section: named }: { readonly info: AppInfo; readonly section: string | undefined }) {
  const section = sections.find((one) => one === named) ?? 'packages'
  return (
    <div className="screen settings">
      <header className="top-bar"><h1>{text.exchangeTitle}</h1><span className="tag">{text.exchangeTabs[section]}</span></header>
      <div className="settings-body">
        <nav className="settings-nav" aria-label={text.exchangeTitle}>
          {sections.map((one) => <button type="button" key={one} aria-current={one === section ? 'page' : undefined} onClick={() => goTo({ page: 'exchange', section: one })}>{text.exchangeTabs[one]}</button>)}
        </nav>
        <main className="settings-pane">{section === 'packages' ? <PackagesPane info={info} /> : <CollectPane info={info} />}</main>
      </div>
    </div>
  )
}
