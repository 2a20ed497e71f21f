/** Every file of another type that the project made, with the text it must give: for the readers' tests, fuzzing and comparison with other programs. */
import { docCases } from './doc-cases.ts'
import type { ForeignCase } from './foreign-case.ts'
import { htmlCases } from './html-cases.ts'
import { odtCases } from './odt-cases.ts'
import { rtfCases } from './rtf-cases.ts'
import { wordmlCases } from './wordml-cases.ts'

export type { ForeignCase }
export const foreignCases: readonly ForeignCase[] = [...docCases, ...rtfCases, ...htmlCases, ...wordmlCases, ...odtCases]
