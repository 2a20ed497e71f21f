/** 模板与素材: templates and snippets, shipped and of the unit's own. */
import type { AppInfo } from '../shell/use-file-export.tsx'
import { goTo } from '../shell/route.ts'
import { SectionedScreen } from '../shell/sectioned-screen.tsx'
import { SnippetLibrary } from '../snippets/snippet-library.tsx'
import { screensText as text } from '../../text/screens.ts'
import { TemplateLibrary } from './template-library.tsx'

const keys = ['templates', 'snippets'] as const
const sections = keys.map((key) => ({ key, title: text.templateTabs[key] }))

export function TemplatesScreen({ info, section: named }: { readonly info: AppInfo; readonly section: string | undefined }) {
  const section = keys.find((one) => one === named) ?? 'templates'
  return (
    <SectionedScreen title={text.templatesTitle} sections={sections} current={section} onGo={(one) => goTo({ page: 'templates', section: one })}>
      {section === 'templates' ? <TemplateLibrary info={info} /> : <SnippetLibrary info={info} />}
    </SectionedScreen>
  )
}
