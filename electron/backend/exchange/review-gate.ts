/** Nothing leaves without its review shown: which contents need one, and whether it was given out for what they say now. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PackageReview } from '../../../shared/contract/deidentify-procedures.ts'
import { isReviewedKind, type ReviewedKind } from '../../../shared/exchange/reviewed-text.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../../shared/exchange/plan.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'
import { readSettings } from '../../../shared/settings/settings.ts'
import type { Context } from '../context.ts'
import { cameFromAnother } from '../storage/openings-table.ts'
import { listSettings } from '../storage/settings-table.ts'
import { kindStores } from './kinds/all-kinds.ts'

/** New with every start: a review is of this sitting, and nobody makes a token but the review. */
const secret = randomBytes(32)

export function unitProfileOf(context: Context): UnitProfile {
  return readSettings(new Map(listSettings(context.database()).map((row) => [row.name, row.value]))).settings.unitProfile
}

/** What was found depends on what 单位情况 said, so the token does too. @param text JSON of the draft or content. */
export function reviewToken(kind: ReviewedKind | 'draft', id: string, text: string, profile: UnitProfile): string {
  return createHmac('sha256', secret).update(JSON.stringify([kind, id, text, profile])).digest('hex')
}

export function isReviewToken(token: string, kind: ReviewedKind | 'draft', id: string, text: string, profile: UnitProfile): boolean {
  const right = Buffer.from(reviewToken(kind, id, text, profile))
  const given = Buffer.from(token)
  return right.length === given.length && timingSafeEqual(right, given)
}

export interface ContentToReview {
  readonly kind: ReviewedKind
  readonly id: string
  readonly title: string
  readonly text: string
}

/**
 * The unit's own templates, aspect sets and snippets. Not what ships with the program, and not what came from another unit
 * and is still as it came: that unit has shown its review, and its text says nothing of ours.
 */
export function contentsToReview(context: Context, contents: readonly TheirContent[]): ContentToReview[] {
  const ownUnit = unitProfileOf(context).fullName
  return contents.flatMap(({ kind, id, title, text }) => {
    if (!isReviewedKind(kind)) return []
    if (kindStores[kind].find(context, id)?.fixed === true || cameFromAnother(context.database(), { kind, id, text }, ownUnit)) return []
    return [{ kind, id, title, text }]
  })
}

/** The contents whose review was not given out for exactly what they say. */
export function notReviewed(context: Context, contents: readonly TheirContent[], reviews: readonly PackageReview[]): ContentToReview[] {
  const profile = unitProfileOf(context)
  const tokens = Map.groupBy(reviews, contentKey)
  return contentsToReview(context, contents).filter(({ kind, id, text }) =>
    !(tokens.get(contentKey({ kind, id })) ?? []).some(({ token }) => isReviewToken(token, kind, id, text, profile)))
}
