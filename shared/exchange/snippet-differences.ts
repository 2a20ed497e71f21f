/** In what a snippet of a package differs from the library's own of the same id. */
import { snippetSchema } from '../snippets/snippet.ts'
import { differencesOf, partDifferences, textDifference } from './versioned.ts'

export function snippetDifferences(mine: string, theirs: string): readonly string[] {
  return differencesOf(snippetSchema, mine, theirs, (own, other) => [
    ...textDifference('名称', own.title, other.title), ...textDifference('方面', own.aspect, other.aspect),
    ...partDifferences(own, other, [['blocks', '文字不同。'], ['role', '类别（问题、原因、措施）不同。'], ['tags', '标签不同。'], ['source', '出处不同。']]),
  ])
}
