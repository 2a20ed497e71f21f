/** Papers of a wanted length, made of the project's own examples. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../shared/document/draft.ts'
import { countCharacters, printText } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { projectFolder } from '../support/test-backend.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

function textsIn(folder: string): TextFile[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })) : []
}

/** The real papers where they are at hand, the shipped examples otherwise. */
export function realPapers(): TextFile[] {
  const samples = textsIn(join(projectFolder, '../shared/samples'))
  return samples.length > 0 ? samples : textsIn(join(projectFolder, 'resources/examples'))
}

/** A paper of about so many characters: an example's blocks over and over. The plan has many short ones (29 characters each). */
export function planOf(characters: number, id: string, example = 'team-plan'): Draft {
  const text = readFileSync(join(projectFolder, 'resources/examples', `${example}.txt`), 'utf8')
  const { draft } = recognise(paragraphsFromText(text), { draftId: id })
  const each = countCharacters(printText(draft))
  const blocks = Array.from({ length: Math.max(1, Math.round(characters / each)) }, (_, copy) =>
    draft.blocks.filter((block) => copy === 0 || block.role !== 'title').map((block) => ({ ...block, id: `${block.id}-${copy}` }))).flat()
  return { ...draft, blocks }
}
