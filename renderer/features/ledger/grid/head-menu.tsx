/** Sorting and filtering by a column, below its head. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button, Checkbox, Input } from 'antd'
import { filterFields, type FilterField, type GroupField, type LedgerQuery, type ViewCounts, type ViewField } from '../../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../../text/ledger.ts'
import { groupTitle } from './grid-row.tsx'

interface HeadMenuProps {
  readonly field: ViewField
  readonly anchor: HTMLElement
  readonly query: LedgerQuery
  readonly counts: ViewCounts
  readonly draftTitles: ReadonlyMap<string, string>
  readonly onChange: (patch: Partial<LedgerQuery>) => void
  readonly onHide: (() => void) | undefined
  readonly onClose: () => void
}

const mostListed = 300

function Values({ field, query, counts, draftTitles, onChange }: HeadMenuProps & { readonly field: FilterField }) {
  const [typed, setTyped] = useState('')
  const chosen = query.filters[field] ?? []
  const values = useMemo(() => {
    const found = [...(counts.values[field] ?? [])]
    for (const value of chosen) if (!found.some(([one]) => one === value)) found.push([value, 0])
    const byName = new Intl.Collator('zh-Hans-CN', { numeric: true })
    return found.map(([value, count]) => ({ value, count, title: value === '' ? ledgerText.emptyValue : groupTitle(field as GroupField, value, draftTitles.get(value) ?? '') }))
      .sort((a, b) => Number(a.value === '') - Number(b.value === '') || (field === 'due' ? (a.value < b.value ? -1 : 1) : b.count - a.count || byName.compare(a.title, b.title)))
  }, [counts, field, chosen, draftTitles])
  const listed = values.filter(({ title }) => title.includes(typed.trim()))
  const set = (next: readonly string[]) => {
    const { [field]: _before, ...rest } = query.filters
    onChange({ filters: next.length === 0 ? rest : { ...rest, [field]: next } })
  }
  return (
    <div className="head-values">
      {values.length > 8 && <Input size="small" allowClear value={typed} placeholder={ledgerText.filterSearch} aria-label={ledgerText.filterSearch} onChange={(event) => setTyped(event.target.value)} />}
      <div className="head-list">
        {listed.slice(0, mostListed).map(({ value, count, title }) => (
          <Checkbox key={value} checked={chosen.includes(value)} onChange={(event) => set(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}>
            <span className="value" title={title}>{title}</span> <small>{count}</small>
          </Checkbox>
        ))}
      </div>
      <Button size="small" type="text" disabled={chosen.length === 0} onClick={() => set([])}>{ledgerText.filterNone}</Button>
    </div>
  )
}

export function HeadMenu(props: HeadMenuProps) {
  const { field, anchor, query, onChange, onHide, onClose } = props
  const panel = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const own = panel.current!
    const frame = own.offsetParent!.getBoundingClientRect()
    const zoom = frame.width / (own.offsetParent as HTMLElement).offsetWidth || 1
    const box = anchor.getBoundingClientRect()
    const left = Math.max(4, Math.min((box.left - frame.left) / zoom, frame.width / zoom - own.offsetWidth - 4))
    setPlace({ left, top: (box.bottom - frame.top) / zoom + 2 })
    own.querySelector<HTMLElement>('button')?.focus()
  }, [anchor, field])
  useEffect(() => {
    const outside = (event: MouseEvent) => { if (event.target instanceof Node && !panel.current?.contains(event.target) && !anchor.contains(event.target)) onClose() }
    document.addEventListener('mousedown', outside, true)
    return () => document.removeEventListener('mousedown', outside, true)
  }, [anchor, onClose])
  const sort = (descending: boolean | undefined) => {
    onChange({ sort: descending === undefined ? undefined : { field, descending } })
    onClose()
  }
  const now = query.sort?.field === field ? query.sort : undefined
  const filter = filterFields.find((one) => one === field)
  return (
    <div className="head-menu" ref={panel} style={place} role="dialog" aria-label={ledgerText.filterBy} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}>
      <div className="head-sorts">
        <button type="button" aria-pressed={now !== undefined && !now.descending} onClick={() => sort(false)}>↑ {ledgerText.sortUp}</button>
        <button type="button" aria-pressed={now?.descending ?? false} onClick={() => sort(true)}>↓ {ledgerText.sortDown}</button>
        <button type="button" disabled={query.sort === undefined} onClick={() => sort(undefined)}>{ledgerText.sortNone}</button>
        {onHide && <button type="button" onClick={() => { onHide(); onClose() }}>{ledgerText.hideColumn}</button>}
      </div>
      {filter !== undefined && <Values {...props} field={filter} />}
    </div>
  )
}
