import { mostLedgerDays } from '../../../shared/settings/ledger-settings.ts'
import { settingsText } from '../../text/settings.ts'
import type { FieldProblem } from './setting-form.ts'

/** What is wrong, beside the field. @param value as it stands there. */
export function problemText(problem: FieldProblem | undefined, value: unknown, least = 0): string | undefined {
  const { problems } = settingsText
  switch (problem?.kind) {
    case undefined: return undefined
    case 'tooLong': return problems.tooLong(problem.most, String(value).trim().length)
    case 'tooMany': return problems.tooMany(problem.most)
    case 'range': return problems.days(least, mostLedgerDays)
    case 'order': return problems.order
    case 'broken': return problems.broken
  }
}
