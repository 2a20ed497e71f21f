/** 交换: packages made and opened, and one ledger over those of many units. */
import { CollectPane } from '../collect/collect-pane.tsx'
import { goTo } from '../shell/route.ts'
import { SectionedScreen } from '../shell/sectioned-screen.tsx'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { screensText as text } from '../../text/screens.ts'
import { PackagesPane } from './packages-pane.tsx'

const keys = ['packages', 'collect'] as const
const sections = keys.map((key) => ({ key, title: text.exchangeTabs[key] }))

export function ExchangeScreen({ info, section: named }: { readonly info: AppInfo; readonly section: string | undefined }) {
  const section = keys.find((one) => one === named) ?? 'packages'
  return (
    <SectionedScreen title={text.exchangeTitle} sections={sections} current={section} onGo={(one) => goTo({ page: 'exchange', section: one })}>
      {section === 'packages' ? <PackagesPane info={info} /> : <CollectPane info={info} />}
    </SectionedScreen>
  )
}
