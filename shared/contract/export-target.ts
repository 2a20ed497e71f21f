/** Where an exported file goes. The renderer never names a path (H3). */
import { z } from 'zod'

export const exportTarget = z.discriminatedUnion('kind', [
  /** The folder for exports, under the draft's title. */
  z.strictObject({ kind: z.literal('default') }),
  /** Ask with the system's own dialogue. */
  z.strictObject({ kind: z.literal('choose') }),
  /** A target an earlier answer named. */
  z.strictObject({ kind: z.literal('token'), token: z.string() }),
])
