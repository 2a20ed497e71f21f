/** Units with several packages: which of them counts. */
import { Select } from 'antd'
import type { CollectedView } from '../../../shared/contract/collect-procedures.ts'
import { collectText } from '../../text/collect.ts'
import { choose } from './collect-store.ts'

const text = collectText.choice

export function ConflictChoices({ conflicts }: { readonly conflicts: CollectedView['conflicts'] }) {
  return (
    <section className="collect-choices" aria-label={text.title}>
      <h3>{text.title}<small>{text.hint}</small></h3>
      <ul>
        {conflicts.map((one) => (
          <li key={one.key}>
            <b title={one.unit}>{one.unit}</b>
            <Select
              aria-label={text.of(one.unit)} value={one.choice} popupMatchSelectWidth={false} onChange={(choice) => choose(one.key, choice)}
              options={[{ value: 'newest' as const, label: text.newest }, { value: 'all' as const, label: text.all }, ...one.files.map(({ id, name }) => ({ value: id, label: text.only(name) }))]}
            />
            <span className="collect-versions">{one.files.map((file) => <span key={file.id} title={file.name}>{file.name}　{text.file(file.madeAt.slice(0, 10), file.rows, file.taken)}</span>)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
