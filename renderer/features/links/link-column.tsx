/** One side of the view: entries under their headings. */
import { memo, type Ref } from 'react'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import { linkText } from '../../text/links.ts'
import { LinkCard, type CardHandlers } from './link-card.tsx'
import type { LinkModel } from './link-model.ts'

interface LinkColumnProps {
  readonly side: 'problem' | 'answer'
  readonly title: string
  readonly empty: string
  readonly entries: readonly LinkEntry[]
  readonly model: LinkModel
  readonly looseOf: (entry: LinkEntry) => string | undefined
  readonly lit: ReadonlySet<string>
  readonly held: string | undefined
  readonly current: string | undefined
  readonly handlers: CardHandlers
  readonly scroller: Ref<HTMLDivElement>
}

interface Section {
  readonly key: string
  readonly heading: string
  readonly entries: LinkEntry[]
}

function sectionsOf(entries: readonly LinkEntry[]): Section[] {
  const sections: Section[] = []
  for (const entry of entries) {
    const { id, number, text } = entry.group
    const last = sections.at(-1)
    const heading = `${number}${text.replace(/[。：:]$/u, '')}`
    if (last && last.key.startsWith(`${id}\n`) && last.heading === heading) last.entries.push(entry)
    else sections.push({ key: `${id}\n${sections.length}`, heading, entries: [entry] })
  }
  return sections
}

const nothing: readonly never[] = []

export const LinkColumn = memo(function LinkColumn({ side, title, empty, entries, model, looseOf, lit, held, current, handlers, scroller }: LinkColumnProps) {
  return (
    <section className="link-column" data-side={side} aria-label={title}>
      <h2>{title}</h2>
      <div className="column-scroll" ref={scroller} tabIndex={-1}>
        <div className="column-content" role="listbox" aria-label={title} aria-multiselectable="false">
          {entries.length === 0 && <p className="column-empty">{empty}</p>}
          {sectionsOf(entries).map((section) => (
            <div key={section.key} role="group" aria-label={section.heading === '' ? linkText.group : section.heading}>
              {section.heading !== '' && <h3>{section.heading}</h3>}
              {section.entries.map((entry) => (
                <LinkCard
                  key={entry.id} entry={entry} model={model} links={model.linksOf.get(entry.id) ?? nothing} suggestions={model.suggestionsOf.get(entry.id) ?? nothing}
                  loose={looseOf(entry)} lit={lit.has(entry.id)} held={held === entry.id} current={current === entry.id} handlers={handlers}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  )
})
