/** States of an item in the words of papers, and the state an item is in before anybody has set one. */
import type { TimeLimit } from '../time-limit/parse-time-limit.ts'
import { itemStateNames, itemStates, type ItemState } from './ledger-fields.ts'

const words: readonly (readonly [RegExp, ItemState])[] = [
  [/^(?:未|尚未|没有)(?:启动|开始|整改|完成|销号)$|^否$/u, 'not-started'],
  [/^(?:已|已经)?(?:销号|验收|核销|通过验收|完成并销号|整改完成并销号)$/u, 'closed'],
  [/^(?:(?:已|已经)?(?:整改)?(?:全部)?(?:完成|到位|办结|完毕|整改完成|整改到位)(?:待核|待销号|待验收)?|是)$/u, 'done'],
  [/^(?:正在|持续)?(?:推进|整改|办理|落实|进行|实施)中?$|^(?:基本|部分|阶段性)完成$|^正在(?:推进|整改|办理|落实)$/u, 'under-way'],
  [/^(?:长期|常态化|持续)(?:坚持|推进|整改)?$/u, 'long-term'],
]

/** The state a cell's words name; undefined for an empty cell and any other text. */
export function readState(text: string): ItemState | undefined {
  const word = text.replaceAll(/[\s。；，]/gu, '')
  return itemStates.find((state) => itemStateNames[state] === word) ?? words.find(([pattern]) => pattern.test(word))?.[1]
}

/** What the words of the limit and of the result say where no state was set. */
export function inferState(limits: readonly TimeLimit[], result: string): ItemState {
  const told = readState(result)
  if (told !== undefined) return told
  if (limits.length > 0 && limits.every((limit) => limit.kinds.includes('done'))) return 'done'
  if (limits.some((limit) => limit.ongoing) && limits.every((limit) => limit.due === null)) return 'long-term'
  return 'not-started'
}
