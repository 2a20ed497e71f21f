/** 模板与素材: templates and snippets, shipped and of the unit's own. */
import type { AppInfo } from '../shell/use-file-export.tsx'
import { goTo } from '../shell/route.ts'
import { SnippetLibrary } from '../snippets/snippet-library.tsx'
import { screensText as text } from '../../text/screens.ts'
import { TemplateLibrary } from './template-library.tsx'

const sections = ['templates', 'snippets'] as const

export function TemplatesScreen({ info, section: named }: { readonly info: AppInfo; readonly section: string | undefined }) {
  const section = sections.find((one) => one === named) ?? 'templates'
  return (
    <div className="screen settings">
      <header className="top-bar"><h1>{text.templatesTitle}</h1><span className="tag">{text.templateTabs[section]}</span></header>
      <div className="settings-body">
        <nav className="settings-nav" aria-label={text.templatesTitle}>
          {sections.map((one) => <button type="button" key={one} aria-current={one === section ? 'page' : undefined} onClick={() => goTo({ page: 'templates', section: one })}>{text.templateTabs[one]}</button>)}
        </nav>
        <main className="settings-pane">{section === 'templates' ? <TemplateLibrary info={info} /> : <SnippetLibrary info={info} />}</main>
      </div>
    </div>
  )
}
