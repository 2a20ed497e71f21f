/** De-identifying in a worker: reading a long paper again and again takes longer than the program's own thread may be held. */
import type { DecisionById } from '../../../shared/contract/deidentify-procedures.ts'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { replacedFindings } from '../../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../../shared/deidentify/find-identifying.ts'
import type { Decision } from '../../../shared/deidentify/finding.ts'
import { withOwnMarks, type OwnMark } from '../../../shared/deidentify/own-marks.ts'
import { reviewOf, type Review } from '../../../shared/deidentify/review.ts'
import { wordsTelling } from '../../../shared/deidentify/telling-words.ts'
import type { Draft, DraftKind } from '../../../shared/document/draft.ts'
import { paperTemplateSchema } from '../../../shared/paper-templates/paper-template.ts'
import { paperTemplateOfDraft } from '../../../shared/paper-templates/template-of-draft.ts'
import { isPlaceholderKey } from '../../../shared/placeholders/catalogue.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'

export interface DraftToReview {
  readonly draft: Draft
  readonly profile: UnitProfile
  readonly decisions: readonly DecisionById[]
  readonly marks: readonly OwnMark[]
}

export interface TemplateToMake extends DraftToReview {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: DraftKind
}

export interface TemplateMade {
  /** The template's JSON. */
  readonly content: string
}

type Progress = (done: number) => void

const byId = (decisions: readonly DecisionById[]): ReadonlyMap<string, Decision> =>
  new Map(decisions.map(({ id, do: act, key }) => [id, act === 'keep' ? { do: act } : { do: act, ...(key === undefined ? {} : { key }) }]))

export function reviewDraft({ draft, profile, decisions, marks }: DraftToReview, progress: Progress): Review {
  return reviewOf(draft, profile, { decisions: byId(decisions), marks }, progress)
}

/** @returns DEIDENTIFY_KEY or DEIDENTIFY_NAME where a key is none or the name tells of the unit. */
export function makeTemplate({ draft, profile, decisions: given, marks, id, name, description, kind }: TemplateToMake, progress: Progress): Result<TemplateMade> {
  const badKey = [...given.flatMap(({ do: act, key }) => (act === 'replace' && key !== undefined ? [key] : [])), ...marks.map(({ key }) => key)].find((key) => !isPlaceholderKey(key))
  if (badKey !== undefined) return fail('DEIDENTIFY_KEY', { key: badKey })
  const findings = withOwnMarks(draft, findIdentifying(draft, profile), marks)
  progress(0.6)
  const decisions = byId(given)
  const replaced = replacedFindings(findings, decisions)
  const telling = wordsTelling(`${name}\n${description}`, replaced, profile)
  if (telling.length > 0) return fail('DEIDENTIFY_NAME', { text: telling[0]! }, { texts: telling })
  const template = paperTemplateSchema.safeParse(paperTemplateOfDraft(draft, { id, name, description, kind, findings, decisions, profile }))
  return template.success ? ok({ content: JSON.stringify(template.data) }) : fail('INPUT_INVALID')
}
