/** Units whose ledgers are collected: one on a line, with what each is called for short. */
import { z } from 'zod'
import { plainLine } from './plain-line.ts'

export const mostExpectedUnits = 5_000

export const expectedUnitsSchema = z.strictObject({ lines: z.array(plainLine(400)).max(mostExpectedUnits).readonly().default([]) })
export type ExpectedUnits = Readonly<z.infer<typeof expectedUnitsSchema>>

export const noExpectedUnits: ExpectedUnits = expectedUnitsSchema.parse({})
