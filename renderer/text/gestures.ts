/** What the screens say about dragging, and about items that are split and merged. */
export const gestureText = {
  handle: '按住拖动可移动；单击打开全部选项',
  handleMoveOnly: '按住拖动可移动',
  /** What is dragged: its first words, and how many blocks go along. */
  dragged: (words: string, blocks: number) => (blocks > 1 ? `${words}　共 ${blocks} 段` : words),
  table: '表格',
  emptyBlock: '空段',
  release: '松开放到线处，Esc 取消',
  notHere: '',
  outlineBefore: (name: string) => `放到“${name}”之前`,
  outlineAfter: (name: string) => `放到“${name}”之后`,
  outlineInto: (name: string) => `放入“${name}”，排在最后`,
  outlineLevel: (level: number) => `改为${['一', '二', '三', '四'][level - 1] ?? ''}级标题`,
  outlineHint: '可拖动；Alt+↑、Alt+↓ 移动，回车到正文',
} as const
