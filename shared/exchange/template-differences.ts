/** In what a template of a package differs from the library's own of the same id. */
import { paperTemplateSchema } from '../paper-templates/paper-template.ts'
import { blockSentence } from './draft-differences.ts'
import { differencesOf, partDifferences, textDifference } from './versioned.ts'

export function templateDifferences(mine: string, theirs: string): readonly string[] {
  return differencesOf(paperTemplateSchema, mine, theirs, (own, other) => {
    const blocks = blockSentence(own, other)
    return [
      ...textDifference('名称', own.name, other.name), ...(blocks === undefined ? [] : [blocks]),
      ...partDifferences(own, other, [
        ['hints', '写作提示不同。'], ['required', '必写部分不同。'], ['limits', '字数要求不同。'], ['aspects', '方面的设置不同。'], ['kind', '文种不同。'],
        ['layout', '所用版式不同。'], ['description', '说明不同。'], ['year', '年度不同。'], ['batch', '批次不同。'], ['source', '来源说明不同。'],
      ]),
    ]
  })
}
