/** 单位情况: what the unit is called, who leads it, who works where. Everything may be left empty; orders are the unit's own. */
import { z } from 'zod'
import { plainLine } from './plain-line.ts'

/** Most characters of a text and most rows of a list. */
export const profileLimits = { unitName: 100, shortName: 40, kind: 40, personName: 30, post: 60, office: 60, superiors: 50, leaders: 60, people: 600, offices: 150 } as const

const personName = plainLine(profileLimits.personName)
const post = plainLine(profileLimits.post).default('')

const leaderSchema = z.strictObject({ name: personName, post })
const staffSchema = z.strictObject({ name: personName, post, office: plainLine(profileLimits.office).default('') })

export const unitProfileSchema = z.strictObject({
  /** 单位全称 */
  fullName: plainLine(profileLimits.unitName).default(''),
  /** 简称 */
  shortName: plainLine(profileLimits.shortName).default(''),
  /** 单位类型, in the unit's own words. */
  kind: plainLine(profileLimits.kind).default(''),
  /** 上级机关 */
  superiors: z.array(plainLine(profileLimits.unitName)).max(profileLimits.superiors).readonly().default([]),
  /** In the order they are named in papers. */
  leaders: z.array(leaderSchema).max(profileLimits.leaders).readonly().default([]),
  people: z.array(staffSchema).max(profileLimits.people).readonly().default([]),
  /** 科室, in the unit's own order. */
  offices: z.array(plainLine(profileLimits.office)).max(profileLimits.offices).readonly().default([]),
})
export type UnitProfile = Readonly<z.infer<typeof unitProfileSchema>>
export type Leader = UnitProfile['leaders'][number]
export type StaffMember = UnitProfile['people'][number]

export const emptyUnitProfile: UnitProfile = unitProfileSchema.parse({})

/** Kinds of unit that are offered; any other may be typed. */
export const unitKindSuggestions = ['党组', '党委', '党工委', '党总支', '党支部', '局', '委', '办', '中心', '乡镇', '街道', '企业', '学校', '医院', '社区'] as const
