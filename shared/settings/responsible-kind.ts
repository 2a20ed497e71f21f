/** What kind of responsible a label asks for. */
import type { LedgerField } from '../ledger/ledger-fields.ts'

export type ResponsibleKind =
  /** 责任领导, 牵头领导 */ | 'leader'
  /** 责任人 */ | 'person'
  /** 责任科室, 牵头单位 */ | 'office'
  /** 配合科室: who helps the one responsible */ | 'support'
  /** 责任单位及责任人, 责任分工, or no label */ | 'any'

/** @param label a label as printed (【责任领导】：) or a field of the ledger. */
export function responsibleKind(label: string | LedgerField | undefined): ResponsibleKind {
  if (label === 'leader' || label === 'person' || label === 'office' || label === 'support') return label
  const word = (label ?? '').replaceAll(/[^\p{Script=Han}、（）]/gu, '')
  const people = /领导|班子成员|人(?!事)|责任者|同志/u.test(word)
  const offices = /单位|部门|科室|股室|处室|机构|主体/u.test(word)
  if (people && offices) return 'any'
  if (/配合|协办|参与|协同|协助/u.test(word)) return people ? 'person' : 'support'
  if (offices) return 'office'
  if (/领导|班子成员|第一责任人|牵头/u.test(word)) return 'leader'
  return people ? 'person' : 'any'
}
