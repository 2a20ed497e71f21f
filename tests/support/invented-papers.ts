/** The invented papers of tests/fixtures as drafts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../shared/document/draft.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { projectFolder } from './test-backend.ts'

export function draftOfText(text: string): Draft {
  return recognise(paragraphsFromText(text), { draftId: 'draft' }).draft
}

export function inventedPapers(): { readonly name: string; readonly draft: Draft }[] {
  const folder = join(projectFolder, 'tests/fixtures')
  return readdirSync(folder).filter((name) => name.startsWith('papers')).sort().flatMap((part) =>
    readdirSync(join(folder, part)).filter((name) => name.endsWith('.txt')).sort().map((name) => ({ name: `${part}/${name}`, draft: draftOfText(readFileSync(join(folder, part, name), 'utf8')) })))
}
