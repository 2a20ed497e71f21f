/** Strings about comparing two versions. */
export const comparisonText = {
  compare: '与当前文稿比较', title: '版本比较', older: '旧稿', newer: '新稿', current: '当前文稿', working: '正在比较…',
  counts: (changes: number, inserted: string, deleted: string) => (changes === 0 ? '两稿文字相同' : `改动 ${changes} 处，增 ${inserted} 字，删 ${deleted} 字`),
  moved: (count: number) => `，其中移动 ${count} 段`, position: (at: number, all: number) => `第 ${at} 处 / 共 ${all} 处`,
  previous: '上一处', next: '下一处', previousKey: '上一处改动（Shift+F8）', nextKey: '下一处改动（F8）',
  onlyChanged: '只看有改动的段落', unchanged: (count: number) => `其间 ${count} 段没有改动`,
  inserted: '新增', deleted: '删去', movedHere: '移到此处', movedAway: '已移走', role: (before: string, now: string) => `${before} 改为${now}`,
  export: '导出带修订的 Word', exported: '已导出带修订的 Word', author: '修订人', authorHint: '写进修订记录', defaultAuthor: '整稿',
  same: '两边选的是同一版，没有可比较的。',
} as const
