/** Which of the four kinds of responsible a label or the head of a column names. */
import { responsibleKind, responsibleWords } from '../document/responsible-kind.ts'

export const responsibleFields = ['leader', 'person', 'office', 'support'] as const
export type ResponsibleField = (typeof responsibleFields)[number]

/**
 * 责任领导 and 第一责任人 → leader, 责任科室 → office, 配合单位 and 配合人员 → support; 责任人 and all that says neither →
 * person. Who helps has one column, be it people or offices; where one head asks for both an office and a person
 * (“责任单位及责任人”) the person is who answers.
 */
export function responsibleField(label: string | undefined): ResponsibleField {
  const { leads, helps } = responsibleWords(label)
  if (helps) return 'support'
  const kind = responsibleKind(label)
  return kind === 'any' ? (leads ? 'leader' : 'person') : kind
}
