import { Select, Segmented } from 'antd'
import { itemStateNames, itemStates } from '../../../shared/ledger/ledger-fields.ts'
import { groupFields, type GroupField, type LedgerQuery, type ViewCounts } from '../../../shared/ledger/ledger-view.ts'
import type { ColourDays } from '../../../shared/ledger/time-left.ts'
import { ledgerText } from '../../text/ledger.ts'

interface LedgerFiltersProps {
  readonly query: LedgerQuery
  readonly counts: ViewCounts
  readonly days: ColourDays
  readonly several: boolean
  readonly mode: 'table' | 'calendar'
  readonly allFolded: boolean
  readonly onFoldAll: () => void
  readonly onMode: (mode: 'table' | 'calendar') => void
  readonly onChange: (patch: Partial<LedgerQuery>) => void
}

export const isFiltered = ({ search, state, colour, missing, filters }: LedgerQuery): boolean =>
  search.trim() !== '' || state !== null || colour !== null || missing || Object.values(filters).some((values) => values.length > 0)

/** States, colours and what is missing, each with the number of items it would show. */
export function LedgerFilters({ query, counts, days, several, mode, allFolded, onFoldAll, onMode, onChange }: LedgerFiltersProps) {
  const groups = groupFields.filter((field) => several || field !== 'source')
  return (
    <div className="ledger-filters" role="toolbar" aria-label={ledgerText.filters}>
      <button type="button" className="pill" aria-pressed={query.state === null} onClick={() => onChange({ state: null })}>{ledgerText.states.all} {counts.anyState}</button>
      {itemStates.map((state) => (
        <button type="button" key={state} className="pill" data-empty={counts.states[state] === 0 || undefined} aria-pressed={query.state === state} onClick={() => onChange({ state: query.state === state ? null : state })}>{itemStateNames[state]} {counts.states[state]}</button>
      ))}
      <span className="gap" />
      {(['red', 'yellow', 'green'] as const).map((colour) => (
        <button type="button" key={colour} className="pill colour" data-colour={colour} data-empty={counts.colours[colour] === 0 || undefined} aria-pressed={query.colour === colour} onClick={() => onChange({ colour: query.colour === colour ? null : colour })}>
          <i aria-hidden="true" />{colour === 'red' ? ledgerText.colours.red : ledgerText.colours[colour](days[colour])} {counts.colours[colour]}
        </button>
      ))}
      <button type="button" className="pill" data-empty={counts.missing === 0 || undefined} aria-pressed={query.missing} onClick={() => onChange({ missing: !query.missing })}>{ledgerText.missingPill} {counts.missing}</button>
      {isFiltered(query) && <button type="button" className="text-link" onClick={() => onChange({ search: '', state: null, colour: null, missing: false, filters: {} })}>{ledgerText.clearFilters}</button>}
      <span className="views">
        {mode === 'table' && query.group !== null && <button type="button" className="text-link" onClick={onFoldAll}>{allFolded ? ledgerText.expandAll : ledgerText.collapseAll}</button>}
        {mode === 'table' && (
          <Select<GroupField | ''>
            className="group-select" value={query.group ?? ''} aria-label={ledgerText.group} popupMatchSelectWidth={false}
            options={[{ value: '', label: ledgerText.noGroup }, ...groups.map((field) => ({ value: field, label: ledgerText.groupBy(ledgerText.groupNames[field]) }))]}
            onChange={(group) => onChange({ group: group === '' ? null : group })}
          />
        )}
        <Segmented<'table' | 'calendar'> value={mode} onChange={onMode} options={[{ value: 'table', label: ledgerText.table }, { value: 'calendar', label: ledgerText.calendar }]} />
      </span>
    </div>
  )
}
