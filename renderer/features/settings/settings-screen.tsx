import { Alert, Button, Result, Spin } from 'antd'
import { settingsText } from '../../text/settings.ts'
import { zh } from '../../text/zh.ts'
import { SaveStatus } from '../editing/save-status.tsx'
import { useSaveState } from '../editing/save-state-store.ts'
import { layoutsText } from '../../text/layouts.ts'
import { templatesText } from '../../text/templates.ts'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { LayoutsSection } from './layouts/layouts-section.tsx'
import { LedgerSection } from './ledger-section.tsx'
import type { SettingForm } from './setting-form.ts'
import { TemplatesSection } from './templates/templates-section.tsx'
import { UnitSection } from './unit-section.tsx'
import { daysForm, loadSettings, unitForm, useForm, useSettings } from './use-settings.ts'
import './settings.css'

type Section = 'unit' | 'ledger' | 'layouts' | 'templates'
const sections: readonly Section[] = ['unit', 'ledger', 'layouts', 'templates']
const titles: Readonly<Record<Section, string>> = { unit: settingsText.unit.title, ledger: settingsText.ledger.title, layouts: layoutsText.title, templates: templatesText.title }

/** How saving stands, once something was ever saved. */
function Status<N extends 'unitProfile' | 'ledgerDays'>({ form }: { readonly form: SettingForm<N> }) {
  const state = useSaveState(form.saving)
  const { problems } = useForm(form)
  return (
    <>
      {!(state.kind === 'saved' && state.at === '') && <SaveStatus store={form.saving} />}
      {problems.size > 0 && <span className="save-status" data-state="failed" role="alert">{settingsText.problems.notSaved(problems.size)}</span>}
    </>
  )
}

export function SettingsScreen({ info, section: named }: { readonly info: AppInfo; readonly section: string | undefined }) {
  const section = sections.find((one) => one === named) ?? 'unit'
  const { loaded, failure, unreadable } = useSettings()
  if (failure && !loaded) return <Result status="warning" title={failure.message} extra={<Button type="primary" onClick={() => void loadSettings()}>{zh.app.retry}</Button>} />
  if (!loaded) return <div className="center"><Spin description={zh.app.loading} /></div>
  const faulty = unreadable.filter(({ name }) => (name === 'unitProfile') === (section === 'unit'))
  const own = section === 'layouts' ? <LayoutsSection info={info} /> : section === 'templates' ? <TemplatesSection info={info} /> : undefined
  return (
    <div className="screen settings">
      <header className="top-bar">
        <h1>{settingsText.title}</h1>
        <span className="tag">{titles[section]}</span>
        {section === 'unit' && <Status key="unit" form={unitForm} />}
        {section === 'ledger' && <Status key="ledger" form={daysForm} />}
      </header>
      <div className="settings-body">
        <nav className="settings-nav" aria-label={settingsText.sections}>
          {sections.map((one) => <button type="button" key={one} aria-current={one === section ? 'page' : undefined} onClick={() => goTo({ page: 'settings', section: one })}>{titles[one]}</button>)}
        </nav>
        <main className="settings-pane">
          {own ?? <div className="settings-sheet">
            <h2>{titles[section]}</h2>
            {faulty.map(({ name, message }) => <Alert key={name} type="warning" showIcon title={message} style={{ marginBottom: 12 }} />)}
            {section === 'unit' ? <UnitSection /> : <LedgerSection />}
          </div>}
        </main>
      </div>
    </div>
  )
}
