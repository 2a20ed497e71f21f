/** Invented papers of any length, the same for the same seed: for page counts and comparisons, where text has to look like papers do. */
import type { Block, TextBlock } from '../../shared/document/draft.ts'
import type { ListStyle } from '../../shared/document/list-style.ts'
import type { TextRole } from '../../shared/document/roles.ts'

/** Mulberry32: 2^32 seeds, the same numbers everywhere. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = [
  '对照巡察反馈意见', '逐条梳理', '立行立改', '理论学习不够系统', '调查研究不深入', '“三会一课”', '《机关学习制度》', '整改', '档案库房', '责任到人', '2024年', '6月30日前', '每月2次', '（一）', '“怕慢假庸散”',
  '区委办公室', '群众', '12345热线', '完成率98.5%', '第3季度', '“一岗双责”', '转作风——抓落实', '等等……', 'OA系统', '逐项销号', '长期坚持', '的', '和', '不', '及时', '《条例》《准则》', '（含下属单位）', '1.2万人次', '3至5个', '〔2024〕7号',
] as const
const inner = ['，', '，', '，', '、', '；', '：', '。'] as const

function sentence(next: () => number, length: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  let text = ''
  while (text.length < length) {
    for (let left = 1 + Math.floor(next() * 4); left > 0; left -= 1) text += pick(words)
    text += pick(inner)
  }
  return `${text.slice(0, -1)}。`
}

const roles: readonly (readonly [TextRole, ListStyle | undefined, number])[] = [
  ['heading1', '一、', 12], ['heading2', '（一）', 16], ['paragraph', undefined, 120], ['problem', '一是', 60], ['measure', '1.', 90], ['paragraph', undefined, 220], ['heading3', '1.', 14], ['cause', undefined, 70],
]

/** @param characters about so many. */
export function seededPaper(seed: number, characters: number): Block[] {
  const next = random(seed)
  const blocks: TextBlock[] = [{ id: 's0', role: 'title', runs: [{ text: sentence(next, 18).slice(0, 36).replaceAll(/[，。、；：…—]/g, '') }] } as TextBlock]
  for (let length = 0; length < characters;) {
    const [role, list, usual] = roles[Math.floor(next() * roles.length)]!
    const text = sentence(next, Math.ceil(usual * (0.3 + next() * 1.4)))
    const cut = Math.floor(next() * text.length)
    const runs = next() < 0.25 && cut > 0 ? [{ text: text.slice(0, cut) }, { text: text.slice(cut), bold: true as const }] : [{ text }]
    const runIn = role === 'problem' && blocks.length > 1 && next() < 0.5
    blocks.push({ id: `s${blocks.length}`, role, runs, ...(list === undefined ? {} : { list }), ...(runIn ? { runIn: true as const } : {}) } as TextBlock)
    length += text.length
  }
  return blocks
}
