/** The structure of a template: numbers, labels and texts as they will print, with the guidance of each block below it. */
import { formatNumber } from '../../../shared/document/list-style.ts'
import { numberValues } from '../../../shared/document/numbering.ts'
import { headingLevel } from '../../../shared/document/roles.ts'
import { isTextBlock } from '../../../shared/document/runs.ts'
import type { Block } from '../../../shared/document/draft.ts'
import { aspectBlocks } from '../../../shared/paper-templates/edit-template.ts'
import type { PaperTemplate } from '../../../shared/paper-templates/paper-template.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { roleNames } from '../../text/roles.ts'

const text = paperTemplatesText.library

export interface TemplateRow {
  readonly block: Block
  readonly prefix: string
  readonly hint: string | undefined
  readonly required: boolean
  readonly limit: string | undefined
  readonly perAspect: boolean
  /** First and last of the blocks that stand once for each aspect. */
  readonly opensRun: boolean
}

export function rowsOf(template: PaperTemplate): TemplateRow[] {
  const hints = new Map(template.hints.map((hint) => [hint.block, hint.text]))
  const members = aspectBlocks(template)
  const values = numberValues(template.blocks.map((block) => (isTextBlock(block) ? block : undefined)))
  return template.blocks.map((block, index) => {
    const number = isTextBlock(block) && block.list !== undefined ? formatNumber(block.list, values[index]!) : ''
    const label = isTextBlock(block) ? block.label ?? '' : ''
    const limit = template.limits?.parts?.[block.id]
    const before = template.blocks[index - 1]
    return {
      block, prefix: isTextBlock(block) && block.labelAfterNumber ? number + label : label + number, hint: hints.get(block.id), required: template.required.includes(block.id),
      limit: limit && text.limit(limit.atLeast, limit.atMost), perAspect: members.has(block.id), opensRun: members.has(block.id) && (before === undefined || !members.has(before.id)),
    }
  })
}

/** The text of a row, its placeholders told apart. */
export function RowText({ row: { block, prefix } }: { readonly row: TemplateRow }) {
  if (!isTextBlock(block)) {
    const head = block.rows[Math.max(block.headerRows, 1) - 1] ?? []
    return <span className="pt-table">{head.map((cell, index) => <span key={index}>{cell}</span>)}<small>{text.table(block.rows.length - block.headerRows)}</small></span>
  }
  return (
    <span className="pt-words" data-level={headingLevel(block.role)}>
      <span className="number">{prefix}</span>
      {block.runs.length === 0 && prefix === '' ? <span className="quiet">{text.emptyBlock}</span> : block.runs.map((run, index) => (run.placeholder === undefined ? <span key={index}>{run.text}</span> : <span key={index} className="pt-key">{run.text}</span>))}
    </span>
  )
}

/** Role, marks and text of a row. */
export function RowHead({ row }: { readonly row: TemplateRow }) {
  return (
    <>
      <span className="role" data-role={row.block.role}>{roleNames[row.block.role]}</span>
      <RowText row={row} />
      {row.required && <span className="tag">{text.required}</span>}
      {row.limit !== undefined && <span className="quiet pt-limit">{row.limit}</span>}
    </>
  )
}

export function TemplatePreview({ template, setName }: { readonly template: PaperTemplate; readonly setName: string }) {
  return (
    <ol className="pt-preview">
      {rowsOf(template).map((row) => (
        <li key={row.block.id} data-aspect={row.perAspect} data-run-in={'runIn' in row.block && row.block.runIn === true}>
          {row.opensRun && <p className="pt-run">{text.perAspectOf(setName)}</p>}
          <div className="pt-row"><RowHead row={row} /></div>
          {row.hint !== undefined && <p className="pt-hint">{row.hint}</p>}
        </li>
      ))}
    </ol>
  )
}
