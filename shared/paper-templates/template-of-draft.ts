/** The template a finished paper becomes, by what was found in it and what the writer decided. */
import { replacedFindings, templateOf } from '../deidentify/apply-decisions.ts'
import type { Decision, Finding } from '../deidentify/finding.ts'
import { wordsTelling } from '../deidentify/telling-words.ts'
import type { Draft, DraftKind } from '../document/draft.ts'
import type { DraftLimits } from '../document/length-limits.ts'
import { blockText } from '../document/runs.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { paperTemplateVersion, type PaperTemplate } from './paper-template.ts'

export interface TemplateWanted {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: DraftKind
  readonly findings: readonly Finding[]
  readonly decisions: ReadonlyMap<string, Decision>
  readonly profile: UnitProfile
}

/** Only what a template proposed: limits set by the writer or the superior say something of this one paper. */
function limitsOf({ limits, guide, blocks }: Draft): DraftLimits | undefined {
  if (guide === undefined || limits === undefined) return undefined
  const whole = limits.whole?.suggested === true ? limits.whole : undefined
  const ids = new Set(blocks.map(({ id }) => id))
  const parts = Object.entries(limits.parts ?? {}).filter(([id, { suggested }]) => ids.has(id) && suggested === true)
  if (whole === undefined && parts.length === 0) return undefined
  return { ...(whole === undefined ? {} : { whole }), ...(parts.length === 0 ? {} : { parts: Object.fromEntries(parts) }) }
}

/**
 * Guidance of the template the draft was begun from goes along where it tells nothing of the unit; the parts it must have
 * are that template's, or else its first-level headings. It has no aspects, year, batch or source.
 */
export function paperTemplateOfDraft(draft: Draft, { id, name, description, kind, findings, decisions, profile }: TemplateWanted): PaperTemplate {
  const { blocks, layout } = templateOf(draft, findings, decisions)
  const replaced = replacedFindings(findings, decisions)
  const ids = new Set(blocks.map((block) => block.id))
  const hints = (draft.guide?.hints ?? []).filter(({ block, text }) => ids.has(block) && wordsTelling(text, replaced, profile).length === 0)
  const headings = draft.guide === undefined
    ? blocks.filter((block) => block.role === 'heading1' && blockText(block).trim() !== '').map((block) => block.id)
    : [...new Set(draft.guide.required.map(({ block }) => block))].filter((block) => ids.has(block))
  const limits = limitsOf(draft)
  return {
    schemaVersion: paperTemplateVersion, id, name, kind, description, year: '', batch: '', source: '', layout,
    blocks, hints, required: headings, ...(limits === undefined ? {} : { limits }),
  }
}
