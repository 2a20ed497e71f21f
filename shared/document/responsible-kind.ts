/** What kind of responsible a label or the head of a column asks for. */

export type ResponsibleKind =
  /** 责任领导, 牵头领导, 第一责任人 */ | 'leader'
  /** 责任人 */ | 'person'
  /** 责任科室, 牵头单位 */ | 'office'
  /** 配合科室: who helps the one responsible */ | 'support'
  /** 责任单位及责任人, 责任分工, or no label */ | 'any'

export interface ResponsibleWords {
  readonly people: boolean
  readonly offices: boolean
  /** 领导, 第一责任人, 牵头人: those who answer for it above all. */
  readonly leads: boolean
  /** 配合, 协办: those who help, people or offices. */
  readonly helps: boolean
}

/** The words of a label as printed: 【责任领导】：. */
export function responsibleWords(label: string | undefined): ResponsibleWords {
  const word = (label ?? '').replaceAll(/[^\p{Script=Han}、（）]/gu, '')
  const offices = /单位|部门|科室|股室|处室|机构|主体/u.test(word)
  return {
    offices, people: /领导|班子成员|人(?!事)|责任者|同志/u.test(word),
    leads: /领导|班子成员|第一责任人/u.test(word) || (!offices && /牵头/u.test(word)),
    helps: /配合|协办|参与|协同|协助/u.test(word),
  }
}

/** @param label a label as printed (【责任领导】：) or a field of the ledger that names somebody (leader). */
export function responsibleKind(label: string | undefined): ResponsibleKind {
  if (label === 'leader' || label === 'person' || label === 'office' || label === 'support') return label
  const { people, offices, leads, helps } = responsibleWords(label)
  if (people && offices) return 'any'
  if (helps) return people ? 'person' : 'support'
  if (offices) return 'office'
  return leads ? 'leader' : people ? 'person' : 'any'
}
