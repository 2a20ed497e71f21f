import { z } from 'zod'
import { failureSchema, type Failure } from './errors.ts'

/** The one shape every answer has, over every transport. */
export type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure }

export const envelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: failureSchema }),
])

/** One call as it travels. */
export const requestSchema = z.strictObject({ name: z.string().max(80), input: z.unknown() })
