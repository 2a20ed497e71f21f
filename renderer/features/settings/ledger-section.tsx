import { useState } from 'react'
import { Button, InputNumber } from 'antd'
import { defaultLedgerDays, ledgerColour, type LedgerColour, type LedgerDays } from '../../../shared/settings/ledger-settings.ts'
import { settingsText } from '../../text/settings.ts'
import { problemText } from './problem-text.ts'
import { daysForm, useForm, useSettings } from './use-settings.ts'

const text = settingsText.ledger

interface LegendRow {
  readonly colour: LedgerColour
  readonly range: string
  /** Days left, as examples. */
  readonly examples: readonly number[]
}

function legendRows({ green, yellow }: LedgerDays): LegendRow[] {
  return [
    { colour: 'none', range: text.over(green + 1), examples: [green + 40, green + 1] },
    { colour: 'green', range: text.range(green, yellow + 1), examples: [...new Set([green, yellow + 1])] },
    { colour: 'yellow', range: text.range(yellow, 0), examples: [...new Set([yellow, 0])] },
    { colour: 'red', range: text.overdue, examples: [-1, -15] },
  ]
}

function Legend({ days }: { readonly days: LedgerDays }) {
  return (
    <table className="ledger-legend" aria-label={text.legend}>
      <tbody>
        {legendRows(days).map(({ colour, range, examples }) => (
          <tr key={colour}>
            <th scope="row">{text.colours[colour]}</th><td>{range}</td>
            <td>{examples.map((left) => <span key={left} className="ledger-days" data-colour={ledgerColour(left, days)}>{text.sample(left)}</span>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LedgerSection() {
  const { value, problems } = useForm(daysForm)
  const { settings } = useSettings()
  const [before, setBefore] = useState<LedgerDays>()
  const isDefault = value.green === defaultLedgerDays.green && value.yellow === defaultLedgerDays.yellow
  const set = (days: LedgerDays) => {
    daysForm.change('green', days.green)
    daysForm.change('yellow', days.yellow)
  }
  const field = (name: 'green' | 'yellow', label: string, after: string, least: number) => {
    const problem = problemText(problems.get(name), value[name], least)
    return (
      <div className="days-field">
        <label>{label} <InputNumber value={value[name]} aria-label={text.colours[name]} status={problem ? 'error' : ''} style={{ width: 84 }} onChange={(days) => { setBefore(undefined); daysForm.change(name, days as number) }} /> {after}</label>
        {problem !== undefined && <p className="field-problem">{problem}</p>}
      </div>
    )
  }
  return (
    <section className="settings-section" aria-label={text.title}>
      <p className="settings-lead">{text.lead}</p>
      {field('green', text.green, text.greenAfter, 1)}
      {field('yellow', text.yellow, text.yellowAfter, 0)}
      <p className="quiet">{text.red}</p>
      <h3>{text.legend}</h3>
      {/* While what is typed makes no sense, what is in force is shown. */}
      <Legend days={problems.size === 0 ? value : settings.ledgerDays} />
      <div className="row-foot">
        <Button size="small" disabled={isDefault} onClick={() => { setBefore(problems.size === 0 ? value : settings.ledgerDays); set(defaultLedgerDays) }}>{text.reset}</Button>
        {before && isDefault && <span role="status">{text.resetDone}<button type="button" className="text-link" onClick={() => { set(before); setBefore(undefined) }}>{text.undo}</button></span>}
      </div>
    </section>
  )
}
