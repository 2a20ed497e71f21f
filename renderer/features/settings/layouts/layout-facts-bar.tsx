import { layoutFacts } from '../../../../shared/print/layout-facts.ts'
import { millimetresOf, pointsOf, shortNumber } from '../../../../shared/print/layout-units.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import type { LayoutFinding } from '../../../../shared/print/check-layout.ts'
import { layoutsText } from '../../../text/layouts.ts'

const text = layoutsText.facts
const millimetres = (twips: number) => shortNumber(Math.round(millimetresOf(twips) * 10) / 10)

/** What follows from the numbers, and how many of them do not go together. */
export function LayoutFactsBar({ layout, findings }: { readonly layout: Layout; readonly findings: readonly LayoutFinding[] }) {
  const facts = layoutFacts(layout)
  const errors = findings.filter((one) => one.severity === 'error').length
  const warnings = findings.length - errors
  return (
    <div className="layout-facts" role="status" aria-label={text.label} title={text.standard}>
      <strong data-fits={facts.lines === layout.grid.linesPerPage}>{text.lines(facts.lines)}</strong>
      <strong data-fits={facts.characters === layout.grid.charactersPerLine}>{text.characters(facts.characters)}</strong>
      <span>{text.area(millimetres(facts.width), millimetres(facts.height))}</span>
      <span>{text.left(shortNumber(pointsOf(facts.heightLeft)))}</span>
      <span>{text.title(facts.titleCharacters)}</span>
      <span>{facts.toPageNumber === undefined ? text.noNumber : text.number(millimetres(facts.toPageNumber))}</span>
      <span className="layout-verdict" data-verdict={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'fits'}>
        {errors > 0 ? text.errors(errors) : warnings > 0 ? text.warnings(warnings) : text.allFits}
      </span>
    </div>
  )
}
