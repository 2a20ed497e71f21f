import { memo, useMemo } from 'react'
import { Dropdown } from 'antd'
import type { ImportPreview } from '../../../shared/contract/procedures.ts'
import type { Block } from '../../../shared/document/draft.ts'
import { blockNumbers } from '../../../shared/document/numbering.ts'
import { roles, type Role } from '../../../shared/document/roles.ts'
import { blockText, isTextBlock } from '../../../shared/document/runs.ts'
import type { BlockPlace } from '../../../shared/recognition/build-draft.ts'
import type { ReportEntry } from '../../../shared/recognition/report.ts'
import { roleNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'

interface RecognisedPaneProps {
  readonly preview: ImportPreview
  readonly activeLine: number | undefined
  readonly onRole: (place: string, role: Role) => void
  readonly onShow: (line: number) => void
}

const choices = roles.filter((role) => role !== 'table').map((role) => ({ key: role, label: roleNames[role] }))

/** The entries that tell of a block: those between its first character and the next block's. */
function entriesByBlock(places: readonly BlockPlace[], report: readonly ReportEntry[]): Map<string, ReportEntry[]> {
  const sorted = places.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const result = new Map<string, ReportEntry[]>()
  for (const entry of report) {
    if (entry.kind !== 'renumbered' && entry.kind !== 'joined') continue
    const place = sorted.findLast((one) => one.line < entry.line || (one.line === entry.line && one.column <= entry.column))
    if (place) result.set(place.blockId, [...(result.get(place.blockId) ?? []), entry])
  }
  return result
}

interface RowProps {
  readonly block: Block
  readonly number: string
  readonly place: BlockPlace | undefined
  readonly entries: readonly ReportEntry[] | undefined
  readonly active: boolean
  readonly onRole: (place: string, role: Role) => void
  readonly onShow: (line: number) => void
}

const Row = memo(function Row({ block, number, place, entries, active, onRole, onShow }: RowProps) {
  const tag = <button type="button" className="role" data-role={block.role} disabled={block.role === 'table'}>{roleNames[block.role]}</button>
  const label = isTextBlock(block) ? block.label ?? '' : ''
  const after = isTextBlock(block) && block.labelAfterNumber
  return (
    <div className="recognised-block" data-role={block.role} data-run-in={isTextBlock(block) && block.runIn === true} data-active={active}>
      {block.role === 'table' || !place ? tag : (
        <Dropdown trigger={['click']} menu={{ items: choices, selectedKeys: [block.role], onClick: ({ key }) => onRole(`${place.line}:${place.column}`, key as Role) }}>{tag}</Dropdown>
      )}
      <span className="recognised-text" onClick={() => place && onShow(place.line)}>
        {isTextBlock(block)
          ? <><span className="prefix">{after ? number + label : label + number}</span>{blockText(block)}</>
          : <table><tbody>{block.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => (index < block.headerRows ? <th key={at}>{cell}</th> : <td key={at}>{cell}</td>))}</tr>)}</tbody></table>}
        {entries?.map((entry, index) => entry.kind === 'renumbered'
          ? <em key={index} className="bad">{zh.importing.sourceWas(entry.before)}</em>
          : <em key={index} className="doubtful">{zh.importing.joined}</em>)}
      </span>
    </div>
  )
})

export function RecognisedPane({ preview, activeLine, onRole, onShow }: RecognisedPaneProps) {
  const { draft, places, report } = preview
  const numbers = useMemo(() => blockNumbers(draft.blocks), [draft])
  const byId = useMemo(() => new Map(places.map((place) => [place.blockId, place])), [places])
  const entries = useMemo(() => entriesByBlock(places, report), [places, report])
  return (
    <section className="pane" aria-label={zh.importing.result}>
      <h2>{zh.importing.result}</h2>
      <div className="pane-body">
        {draft.blocks.map((block, index) => {
          const place = byId.get(block.id)
          return (
            <Row
              key={place ? `${place.line}:${place.column}` : block.id} block={block} number={numbers[index]!} place={place} entries={entries.get(block.id)}
              active={activeLine !== undefined && place?.line === activeLine} onRole={onRole} onShow={onShow}
            />
          )
        })}
      </div>
    </section>
  )
}
