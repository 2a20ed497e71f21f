/** In what a draft of a package differs from the library's own of the same id, in plain sentences. */
import { readDraft, type Draft } from '../document/draft.ts'
import { stableText } from './stable-text.ts'

const draftOf = (text: string): Draft | undefined => {
  try {
    const read = readDraft(JSON.parse(text))
    return read.ok ? read.draft : undefined
  } catch {
    return undefined
  }
}

type Paper = Pick<Draft, 'blocks'>

/** What of the blocks differs, in one sentence; undefined where they are the same. */
export function blockSentence(mine: Paper, theirs: Paper): string | undefined {
  const own = new Map(mine.blocks.map((block) => [block.id, stableText(block)]))
  const other = new Map(theirs.blocks.map((block) => [block.id, stableText(block)]))
  const added = theirs.blocks.filter(({ id }) => !own.has(id)).length
  const removed = mine.blocks.filter(({ id }) => !other.has(id)).length
  const changed = mine.blocks.filter(({ id }) => other.has(id) && other.get(id) !== own.get(id)).length
  const order = (draft: Paper, there: ReadonlyMap<string, string>) => draft.blocks.filter(({ id }) => there.has(id)).map(({ id }) => id).join('\n')
  const parts = [
    ...(added > 0 ? [`多 ${added} 段`] : []), ...(removed > 0 ? [`少 ${removed} 段`] : []), ...(changed > 0 ? [`改了 ${changed} 段`] : []),
    ...(order(mine, other) === order(theirs, own) ? [] : ['段落次序不同']),
  ]
  return parts.length === 0 ? undefined : `正文与本机的相比：${parts.join('，')}。`
}

const others = [
  ['records', '台账中的办理情况不同。'], ['notes', '批注或脚注不同。'], ['meta', '文稿信息（单位、日期等）不同。'],
  ['official', '公文要素（版头、版记等）不同。'], ['limits', '字数要求不同。'], ['layout', '所用版式不同。'], ['guide', '写作提示不同。'], ['origins', '各段的来源标注不同。'], ['kind', '文种不同。'],
] as const satisfies readonly (readonly [keyof Draft, string])[]

/** @returns none where both say the same. */
export function draftDifferences(mine: string, theirs: string): readonly string[] {
  if (mine === theirs) return []
  const own = draftOf(mine)
  const other = draftOf(theirs)
  if (!other) return ['包里的这份读不出来。']
  if (!own) return ['本机的这份读不出来。']
  if (stableText(own) === stableText(other)) return []
  const blocks = blockSentence(own, other)
  const found = [
    ...(own.title === other.title ? [] : [`题名不同：本机是“${own.title}”，包里是“${other.title}”。`]),
    ...(blocks === undefined ? [] : [blocks]),
    ...others.filter(([field]) => stableText(own[field]) !== stableText(other[field])).map(([, sentence]) => sentence),
  ]
  return found.length > 0 ? found : ['内容不同。']
}
