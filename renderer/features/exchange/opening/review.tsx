/** What a package holds, before anything of it is stored. */
import { Alert, Radio } from 'antd'
import type { PackageView } from '../../../../shared/contract/exchange-procedures.ts'
import { conflictChoices, type ConflictChoice, type PlannedContent } from '../../../../shared/exchange/plan.ts'
import { openingText as text } from '../../../text/packages.ts'
import { clockTime, nearTime } from '../../shell/times.ts'
import { ContentsTable, type Choices } from './contents-table.tsx'
import { SignerPanel, type SignerWord } from './signer-panel.tsx'

interface ReviewProps {
  readonly view: PackageView
  readonly problem: string | undefined
  readonly word: SignerWord
  readonly onWord: (word: SignerWord) => void
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
  readonly onCompare: (content: PlannedContent) => void
  readonly height: number
}

export function Review({ view, problem, word, onWord, choices, onChoices, onCompare, height }: ReviewProps) {
  const count = (state: PlannedContent['state']) => view.contents.filter((one) => one.state === state).length
  const changed = count('changed')
  return (
    <div className="package-review">
      {problem !== undefined && <Alert type="error" showIcon title={problem} />}
      <p className="package-head">
        <b>{text.from(view.unit)}</b><span>{text.madeAt(nearTime(view.madeAt, clockTime(view.madeAt).slice(0, 5)))}</span><span>{text.program(view.program)}</span>{view.encrypted && <span>{text.encrypted}</span>}
      </p>
      <SignerPanel view={view} word={word} onWord={onWord} />
      <div className="package-counts">
        <b role="status">{text.counts(view.contents.length, count('new'), count('same'), changed)}</b>
        {changed > 0 && (
          <label>{text.forAll}<Radio.Group
            size="small" optionType="button" aria-label={text.forAll} value={choices.own.size === 0 ? choices.common : undefined}
            options={conflictChoices.map((value) => ({ value, label: text.choices[value] }))} onChange={(event) => onChoices({ ...choices, common: event.target.value as ConflictChoice, own: new Map() })}
          /></label>
        )}
      </div>
      <ContentsTable contents={view.contents} choices={choices} height={height} onChoices={onChoices} onCompare={onCompare} />
      {view.unknown.length > 0 && <Alert type="warning" showIcon title={text.unknown(view.unknown.length)} description={view.unknown.slice(0, 20).map(({ title }) => title).join('、')} />}
    </div>
  )
}
