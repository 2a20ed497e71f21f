/** What the screens say about dragging, and about items that are split and merged. */
/** Why an item was left as it is, and what to do instead. */
const refusals = (what: string) => ({
  'no-item': `${what}：光标不在整改事项里。请先把光标放到问题或措施上。`,
  'in-table': `${what}：表格里的事项请在表格中增减行。`,
  'has-parts': `${what}：这一方面把“问题”“措施”分成几块来写，拆并会打乱标题。请先去掉这几个小标题。`,
  'first-block': `${what}：这是本项同类内容的第一条，前面没有可以分开的。请把光标放到后面一条上。`,
  'nothing-to-part': `${what}：这几条问题之间还没有措施。请先在前一条问题后面写上措施。`,
  'not-splittable-here': `${what}：请把光标放到本项第二条起的问题、原因或措施上。`,
  'no-item-before': `${what}：本方面里它前面没有别的整改事项。`,
  'stands-apart': `${what}：两项之间隔着表格或小标题。请先移开它。`,
})

export const gestureText = {
  handle: '按住拖动可移动；单击打开全部选项',
  handleMoveOnly: '按住拖动可移动',
  /** What is dragged: its first words, and how many blocks go along. */
  dragged: (words: string, blocks: number) => (blocks > 1 ? `${words}　共 ${blocks} 段` : words),
  table: '表格',
  emptyBlock: '空段',
  release: '松开放到线处，Esc 取消',
  outlineBefore: (name: string) => `放到“${name}”之前`,
  outlineAfter: (name: string) => `放到“${name}”之后`,
  outlineInto: (name: string) => `放入“${name}”，排在最后`,
  outlineLevel: (level: number) => `改为${['一', '二', '三', '四'][level - 1] ?? ''}级标题`,
  outlineHint: '可拖动；Alt+↑、Alt+↓ 移动，回车到正文',
  splitItem: '拆成两项',
  mergeItem: '与上一项合并',
  split: (lacks: readonly string[]) => (lacks.length === 0 ? '已拆成两项，可以撤销。' : `已拆成两项，新的一项还缺${lacks.join('、')}，请补写；可以撤销。`),
  merged: (dropped: readonly string[]) => (dropped.length === 0 ? '已与上一项合并，可以撤销。' : `已与上一项合并；${dropped.map((text) => `“${text}”`).join('、')}两项都有，只留一处，可以撤销。`),
  notSplit: refusals('没有拆分'),
  notMerged: refusals('没有合并'),
  itemKeys: [
    { keys: 'Alt+Enter', what: '把整改事项从光标处拆成两项' },
    { keys: 'Alt+Backspace', what: '整改事项与上一项合并' },
  ],
  dragKeys: [{ keys: '拖动段落左侧', what: '移动段落、标题连同其下内容；Esc 取消' }],
} as const
