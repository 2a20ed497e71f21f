import { z } from 'zod'
import { settingNameSchema } from '../settings/settings.ts'

/** What the back end tells all windows without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('draft-saved'), draftId: z.string(), revision: z.int(), clientId: z.string() }),
  z.strictObject({ type: z.literal('library-changed') }),
  z.strictObject({ type: z.literal('settings-changed'), name: settingNameSchema, clientId: z.string() }),
  z.strictObject({ type: z.literal('job-progress'), jobId: z.string(), done: z.number().min(0).max(1) }),
])
export type BackendEvent = Readonly<z.infer<typeof eventSchema>>
