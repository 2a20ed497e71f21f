/** 定稿: a draft is closed to changes, and opened again. */
import { z } from 'zod'

const draftId = z.string().min(1).max(64)
const clientId = z.string().min(1).max(64)

export const finalProcedures = {
  'drafts.finalise': {
    /** Refused while a placeholder is open; `baseRevision` is what the writer has seen. */
    input: z.strictObject({ draftId, baseRevision: z.int().min(0), clientId }),
    output: z.strictObject({ finalAt: z.string(), versionId: z.int() }),
  },
  'drafts.reopen': { input: z.strictObject({ draftId, clientId }), output: z.strictObject({}) },
} as const
