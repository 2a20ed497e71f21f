/**
 * The roles a block can play in a paper, and what follows from a role alone.
 * Terms: product.md "Words"; levels: GB/T 9704-2012 §7.3.3.
 */
export const roles = [
  'title', 'subtitle', 'byline', 'addressee',
  'heading1', 'heading2', 'heading3', 'heading4',
  'paragraph', 'problem', 'cause', 'measure', 'timeLimit', 'responsible',
  'table', 'attachment', 'signature', 'date',
] as const

export type Role = (typeof roles)[number]

export type HeadingRole = 'heading1' | 'heading2' | 'heading3' | 'heading4'

/** The five roles that make up the record of a 整改事项. */
export const recordRoles = ['problem', 'cause', 'measure', 'timeLimit', 'responsible'] as const
export type RecordRole = (typeof recordRoles)[number]

/** Every role but the table, which holds rows instead of runs. */
export type TextRole = Exclude<Role, 'table'>

const headingLevels: Partial<Record<Role, 1 | 2 | 3 | 4>> = { heading1: 1, heading2: 2, heading3: 3, heading4: 4 }

/** 1–4 for a heading, undefined for every other role. */
export function headingLevel(role: Role): 1 | 2 | 3 | 4 | undefined {
  return headingLevels[role]
}

export function headingRole(level: 1 | 2 | 3 | 4): HeadingRole {
  return `heading${level}`
}

export function isRecordRole(role: Role): role is RecordRole {
  return (recordRoles as readonly Role[]).includes(role)
}

const standAlone: ReadonlySet<Role> = new Set<Role>([
  'title', 'subtitle', 'byline', 'addressee', 'table', 'attachment', 'signature', 'date',
])

/** Roles that always stand in a printed paragraph of their own, with nothing run in before or after them. */
export function standsAlone(role: Role): boolean {
  return standAlone.has(role)
}
