/** A screen of parts, chosen on its left. */
import type { ReactNode } from 'react'

export interface ScreenSection<S extends string> {
  readonly key: S
  readonly title: string
}

interface SectionedScreenProps<S extends string> {
  readonly title: string
  readonly sections: readonly ScreenSection<S>[]
  readonly current: S
  readonly onGo: (section: S) => void
  readonly children: ReactNode
}

export function SectionedScreen<S extends string>({ title, sections, current, onGo, children }: SectionedScreenProps<S>) {
  return (
    <div className="screen settings">
      <header className="top-bar"><h1>{title}</h1><span className="tag">{sections.find(({ key }) => key === current)?.title}</span></header>
      <div className="settings-body">
        <nav className="settings-nav" aria-label={title}>
          {sections.map((one) => <button type="button" key={one.key} aria-current={one.key === current ? 'page' : undefined} onClick={() => onGo(one.key)}>{one.title}</button>)}
        </nav>
        <main className="settings-pane">{children}</main>
      </div>
    </div>
  )
}
