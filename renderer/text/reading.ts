/** What came with a Word file: the choice between the two sides of its tracked changes, notes. */
export const readingTexts = {
  found: (inserted: number, deleted: number, formatted: number) => {
    const parts = [inserted > 0 ? `插入 ${inserted} 处` : '', deleted > 0 ? `删除 ${deleted} 处` : '', formatted > 0 ? `改格式 ${formatted} 处` : '']
    return `文件带修订：${parts.filter((part) => part !== '').join('、')}`
  },
  choice: '修订怎么读',
  accepted: '按修订后（接受）',
  original: '按修订前（原文）',
  told: (count: number) => `读取说明 ${count} 条`,
  notesKept: (count: number) => `批注、脚注 ${count} 条随文保留`,
} as const
