/** Which aspects the new draft is written by: a set by year and batch, its aspects ticked and named anew as the writer likes. */
import { Checkbox, Input, Select } from 'antd'
import type { ListedAspectSet } from '../../../shared/contract/paper-template-procedures.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { aspectsOf, doubleName, isSet, takenNames, type ChosenAspect } from './chosen-aspects.ts'

const text = paperTemplatesText.begin

interface AspectChoiceProps {
  readonly sets: readonly ListedAspectSet[]
  readonly setId: string | undefined
  readonly aspects: readonly ChosenAspect[]
  readonly onChange: (setId: string | undefined, aspects: readonly ChosenAspect[]) => void
}

export function AspectChoice({ sets, setId, aspects, onChange }: AspectChoiceProps) {
  const chosen = sets.find(({ set }) => set.id === setId)?.set
  const change = (key: number, to: Partial<ChosenAspect>) => onChange(setId, aspects.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const twice = doubleName(aspects)
  return (
    <fieldset className="begin-aspects">
      <legend className="visually-hidden">{text.set}</legend>
      <label className="begin-field"><span>{text.set}</span>
        <Select
          value={setId ?? null} aria-label={text.set}
          options={sets.map(({ set }) => ({ value: set.id, label: `${set.name}${set.id === setId && !isSet(aspects, chosen) ? text.setOther : ''}`, title: [paperTemplatesText.yearAndBatch(set.year, set.batch), set.source].filter((part) => part !== '').join('\n') }))}
          onChange={(id) => onChange(id, aspectsOf(sets.find(({ set }) => set.id === id)?.set))}
        />
      </label>
      <div className="begin-aspect-list" data-long={aspects.some(({ name }) => name.length > 9)}>
        {aspects.map(({ key, name, taken }, index) => (
          <div className="begin-aspect" key={key}>
            <Checkbox checked={taken} aria-label={text.useAspect(name)} onChange={(event) => change(key, { taken: event.target.checked })} />
            <Input value={name} size="small" maxLength={60} disabled={!taken} aria-label={text.aspectName(index + 1)} onChange={(event) => change(key, { name: event.target.value })} />
          </div>
        ))}
        <button type="button" className="text-link" disabled={aspects.length >= 40} onClick={() => onChange(setId, [...aspects, { key: Math.max(-1, ...aspects.map((one) => one.key)) + 1, name: '', taken: true }])}>＋{text.addAspect}</button>
      </div>
      {takenNames(aspects).length === 0 ? <p className="field-note">{text.noAspects}</p> : twice !== undefined && <p className="field-note">{text.twice(twice)}</p>}
    </fieldset>
  )
}
