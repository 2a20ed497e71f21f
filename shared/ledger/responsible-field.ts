/** Which of the four kinds of responsible a label or the head of a column names. */
export const responsibleFields = ['leader', 'person', 'office', 'support'] as const
export type ResponsibleField = (typeof responsibleFields)[number]

/** 责任领导 → leader, 责任科室 → office, 配合单位 → support; 责任人 and all that says neither → person. */
export function responsibleField(label: string | undefined): ResponsibleField {
  const word = (label ?? '').replaceAll(/[\s【】（）()[\]：:]/gu, '')
  // “责任单位及责任人” holds both; the person is who is asked.
  if (/(?:单位|部门|科室|股室|处室)(?:及|和|、)责任人/u.test(word)) return 'person'
  if (/配合|协办|参与|协助/u.test(word)) return 'support'
  if (/领导|班子成员/u.test(word)) return 'leader'
  if (/(?:单位|部门|科室|股室|处室|主体)$/u.test(word)) return 'office'
  return 'person'
}
