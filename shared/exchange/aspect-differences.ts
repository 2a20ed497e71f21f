/** In what a set of aspects of a package differs from the library's own of the same id. */
import { aspectSetSchema } from '../paper-templates/paper-template.ts'
import { differencesOf, partDifferences, textDifference } from './versioned.ts'

export function aspectDifferences(mine: string, theirs: string): readonly string[] {
  return differencesOf(aspectSetSchema, mine, theirs, (own, other) => [
    ...textDifference('名称', own.name, other.name), ...textDifference('方面', own.aspects.join('、'), other.aspects.join('、')),
    ...partDifferences(own, other, [['year', '年度不同。'], ['batch', '批次不同。'], ['source', '来源说明不同。']]),
  ])
}
