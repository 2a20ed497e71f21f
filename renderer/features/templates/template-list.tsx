/** The templates there are, by kind, year and words, those that ship and the unit's own. */
import { useRef, type KeyboardEvent } from 'react'
import { Input, Select } from 'antd'
import { draftKinds, type DraftKind } from '../../../shared/document/draft.ts'
import type { TemplateSummary } from '../../../shared/contract/paper-template-procedures.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { kindNames } from '../../text/roles.ts'
import { isEdited, type TemplateEdit } from './template-edits.ts'
import { fitsTime, timeKey, timesOf } from './template-times.ts'

const text = paperTemplatesText.library

export interface TemplateFilter {
  readonly kind: DraftKind | ''
  readonly time: string
  readonly query: string
  readonly whose: '' | 'shipped' | 'own'
}

export const noFilter: TemplateFilter = { kind: '', time: '', query: '', whose: '' }

export function filtered(templates: readonly TemplateSummary[], { kind, time, query, whose }: TemplateFilter): readonly TemplateSummary[] {
  const words = query.trim().split(/\s+/u).filter((word) => word !== '')
  return templates.filter((one) => (kind === '' || one.kind === kind) && fitsTime(one, time) && (whose === '' || (whose === 'shipped') === one.shipped) &&
    words.every((word) => `${one.name}\n${one.description}\n${one.source}\n${one.year}\n${one.batch}\n${kindNames[one.kind]}`.includes(word)))
}

interface TemplateListProps {
  readonly templates: readonly TemplateSummary[]
  readonly filter: TemplateFilter
  readonly chosen: string | undefined
  readonly edits: ReadonlyMap<string, TemplateEdit>
  readonly onFilter: (filter: TemplateFilter) => void
  readonly onChoose: (id: string) => void
}

export function TemplateList({ templates, filter, chosen, edits, onFilter, onChoose }: TemplateListProps) {
  const list = useRef<HTMLDivElement>(null)
  const shown = filtered(templates, filter)
  const times = timesOf(templates)
  const change = (to: Partial<TemplateFilter>) => onFilter({ ...filter, ...to })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const at = shown.findIndex(({ id }) => id === chosen)
    const next = shown[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), shown.length - 1)]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-template="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <aside className="pt-list">
      <div className="pt-filters">
        <Input allowClear value={filter.query} placeholder={text.search} aria-label={text.search} onChange={(event) => change({ query: event.target.value })} />
        <Select value={filter.kind} aria-label={paperTemplatesText.editor.kind} options={[{ value: '' as const, label: text.allKinds }, ...draftKinds.map((one) => ({ value: one, label: kindNames[one] }))]} onChange={(kind: DraftKind | '') => change({ kind })} />
        {times.length > 0 && <Select value={filter.time} aria-label={text.time} options={[{ value: '', label: paperTemplatesText.begin.anyTime }, ...times.map((one) => ({ value: timeKey(one), label: paperTemplatesText.yearAndBatch(one.year, one.batch) }))]} onChange={(time) => change({ time })} />}
        <div className="pt-whose">
          {(['', 'shipped', 'own'] as const).map((whose) => <button type="button" key={whose} className="pill" aria-pressed={filter.whose === whose} onClick={() => change({ whose })}>{whose === '' ? text.all : text[whose]}</button>)}
        </div>
      </div>
      <div className="pt-entries" ref={list} role="listbox" aria-label={paperTemplatesText.title} onKeyDown={onKeyDown}>
        {shown.length === 0 && <p className="quiet pt-none">{text.empty}</p>}
        {shown.map((one) => {
          const edit = edits.get(one.id)
          return (
            <button type="button" role="option" key={one.id} data-template={one.id} aria-selected={one.id === chosen} onClick={() => onChoose(one.id)}>
              <b>{one.name}</b>
              <small>{kindNames[one.kind]}{one.year !== '' || one.batch !== '' ? ` · ${paperTemplatesText.yearAndBatch(one.year, one.batch)}` : ''} · {one.shipped ? text.shipped : text.own}{edit && isEdited(edit) && <span className="pt-unsaved">{text.unsaved}</span>}</small>
            </button>
          )
        })}
      </div>
    </aside>
  )
}
