import { AutoComplete, Input } from 'antd'
import { unitKindSuggestions, type UnitProfile } from '../../../shared/settings/unit-profile.ts'
import { settingsText } from '../../text/settings.ts'
import { problemText } from './problem-text.ts'
import { RowList } from './row-list.tsx'
import { cleanProfile, unitForm, useForm } from './use-settings.ts'

const text = settingsText.unit
const lines = <K extends string>(key: K, values: readonly string[]) => values.map((value) => ({ [key]: value }) as Record<K, string>)

/** Rows that repeat an earlier one, by what must be different: a slip of pasting twice. */
function repeats(values: readonly string[]): Map<number, number> {
  const first = new Map<string, number>()
  const found = new Map<number, number>()
  values.forEach((value, index) => {
    const before = first.get(value)
    if (value !== '' && before !== undefined) found.set(index, before)
    else first.set(value, index)
  })
  return found
}

export function UnitSection() {
  const { value, problems } = useForm(unitForm)
  const clean = cleanProfile(value)
  const single = (field: 'fullName' | 'shortName' | 'kind') => problemText(problems.get(field), value[field])
  const listProblem = (field: keyof UnitProfile) => problemText(problems.get(field), '')
  const cellProblem = (field: 'leaders' | 'people', row: number, column: string) => {
    const stored = clean[field][row] as Readonly<Record<string, string>> | undefined
    return problemText(problems.get(`${field}.${row}.${column}`), stored?.[column])
  }
  const lineProblem = (field: 'superiors' | 'offices', row: number) => problemText(problems.get(`${field}.${row}`), clean[field][row])
  const notes = {
    offices: repeats(clean.offices), superiors: repeats(clean.superiors),
    leaders: repeats(clean.leaders.map(({ name }) => name)), people: repeats(clean.people.map(({ name, office }) => (name === '' ? '' : `${name} ${office}`))),
  }
  const note = (field: keyof typeof notes, row: number, column: string) => {
    if (column !== 'name') return undefined
    const before = notes[field].get(row)
    if (before !== undefined) return settingsText.problems.twice(before + 1)
    const noName = (field === 'leaders' || field === 'people') && clean[field][row]?.name === ''
    return noName ? settingsText.problems.noName : undefined
  }

  return (
    <section className="settings-section" aria-label={text.title}>
      <p className="settings-lead">{text.lead}</p>
      <div className="settings-fields">
        <label>{text.fullName}<Input value={value.fullName} placeholder={text.fullNameHint} spellCheck={false} status={single('fullName') ? 'error' : ''} onChange={(event) => unitForm.change('fullName', event.target.value)} />{single('fullName') && <p className="field-problem">{single('fullName')}</p>}</label>
        <label>{text.shortName}<Input value={value.shortName} placeholder={text.shortNameHint} spellCheck={false} status={single('shortName') ? 'error' : ''} onChange={(event) => unitForm.change('shortName', event.target.value)} />{single('shortName') && <p className="field-problem">{single('shortName')}</p>}</label>
        <label>{text.kind}
          <AutoComplete value={value.kind} placeholder={text.kindHint} status={single('kind') ? 'error' : ''} options={unitKindSuggestions.map((kind) => ({ value: kind }))} showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }} onChange={(kind: string | undefined) => unitForm.change('kind', kind ?? '')} />
          {single('kind') && <p className="field-problem">{single('kind')}</p>}
        </label>
      </div>
      <p className="settings-keys">{settingsText.list.keys}</p>
      <div className="settings-lists">
        <div>
          <h3>{text.leaders}<small>{text.leadersNote}</small></h3>
          <RowList
            what={text.leaders} one={text.oneLeader} rows={value.leaders} onChange={(rows) => unitForm.change('leaders', rows)} problem={listProblem('leaders')}
            columns={[{ key: 'name', label: text.name, placeholder: text.namePlaceholder, share: 2 }, { key: 'post', label: text.post, placeholder: text.postPlaceholder, share: 4 }]}
            problemAt={(row, column) => cellProblem('leaders', row, column)} noteAt={(row, column) => note('leaders', row, column)}
          />
        </div>
        <div>
          <h3>{text.offices}<small>{text.officesNote}</small></h3>
          <RowList
            what={text.offices} one={text.oneOffice} rows={lines('name', value.offices)} onChange={(rows) => unitForm.change('offices', rows.map((row) => row.name))} problem={listProblem('offices')}
            columns={[{ key: 'name', label: text.officeName, placeholder: text.officeNamePlaceholder, share: 1 }]} problemAt={(row) => lineProblem('offices', row)} noteAt={(row, column) => note('offices', row, column)}
          />
        </div>
        <div>
          <h3>{text.people}<small>{text.peopleNote}</small></h3>
          <RowList
            what={text.people} one={text.onePerson} rows={value.people} onChange={(rows) => unitForm.change('people', rows)} problem={listProblem('people')}
            columns={[
              { key: 'name', label: text.name, placeholder: text.namePlaceholder, share: 2 },
              { key: 'post', label: text.post, placeholder: text.postPlaceholder, share: 2 },
              { key: 'office', label: text.office, placeholder: text.officePlaceholder, share: 2, options: clean.offices },
            ]}
            problemAt={(row, column) => cellProblem('people', row, column)} noteAt={(row, column) => note('people', row, column)}
          />
        </div>
        <div>
          <h3>{text.superiors}<small>{text.superiorsNote}</small></h3>
          <RowList
            what={text.superiors} one={text.oneSuperior} rows={lines('name', value.superiors)} onChange={(rows) => unitForm.change('superiors', rows.map((row) => row.name))} problem={listProblem('superiors')}
            columns={[{ key: 'name', label: text.unitName, placeholder: text.superiorPlaceholder, share: 1 }]} problemAt={(row) => lineProblem('superiors', row)} noteAt={(row, column) => note('superiors', row, column)}
          />
        </div>
      </div>
    </section>
  )
}
