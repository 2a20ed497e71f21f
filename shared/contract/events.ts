import { z } from 'zod'
import { settingNameSchema } from '../settings/settings.ts'

/** What the back end tells all windows without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('draft-saved'), draftId: z.string(), revision: z.int(), clientId: z.string() }),
  z.strictObject({ type: z.literal('library-changed') }),
  /** The draft became 定稿 (when) or 草稿 again (null). */
  z.strictObject({ type: z.literal('draft-final'), draftId: z.string(), finalAt: z.string().nullable(), clientId: z.string() }),
  /** Another window edits the draft from now on; `holder` null: nobody does. */
  z.strictObject({ type: z.literal('draft-lease'), draftId: z.string(), holder: z.string().nullable(), since: z.string().nullable() }),
  /** The window `by` wants to edit what `holder` edits: it saves and hands over. */
  z.strictObject({ type: z.literal('draft-lease-wanted'), draftId: z.string(), holder: z.string(), by: z.string() }),
  /** Every few seconds: windows that edit answer with leases.renew. Sent from here, for the timers of hidden windows hardly run. */
  z.strictObject({ type: z.literal('lease-check') }),
  z.strictObject({ type: z.literal('settings-changed'), name: settingNameSchema, clientId: z.string() }),
  z.strictObject({ type: z.literal('templates-changed'), clientId: z.string() }),
  z.strictObject({ type: z.literal('layouts-changed'), clientId: z.string() }),
  /** Templates, aspect sets, snippets or received ledgers. */
  z.strictObject({ type: z.literal('contents-changed'), kind: z.enum(['template', 'aspects', 'snippet', 'ledger']), clientId: z.string() }),
  /** A file was handed over to the program: packages.pending gives it to whoever asks first. */
  z.strictObject({ type: z.literal('package-offered') }),
  z.strictObject({ type: z.literal('job-progress'), jobId: z.string(), done: z.number().min(0).max(1) }),
])
export type BackendEvent = Readonly<z.infer<typeof eventSchema>>
