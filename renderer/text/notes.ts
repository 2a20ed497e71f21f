/** Strings about notes: 批注、脚注、尾注. */
import type { NoteKind } from '../../shared/document/draft-note.ts'

export const notesText = {
  tab: '批注', tabWith: (open: number) => `批注 ${open}`, key: 'Ctrl+Alt+M',
  kinds: { comment: '批注', footnote: '脚注', endnote: '尾注' } as const satisfies Record<NoteKind, string>,
  add: '新建批注', addHere: '添加批注', filter: '显示', open: '未处理', all: '全部',
  count: (open: number, all: number) => (all === 0 ? '' : `未处理 ${open}，共 ${all}`),
  empty: '还没有批注。选中文字后按 Ctrl+Alt+M，或点“新建批注”。', emptyReading: '这份文稿没有批注。', nothingOpen: '没有未处理的批注。',
  about: '所批文字', whole: '整段', changed: '所指文字已改', atPoint: '文中标记处', place: (quote: string) => `“${quote}”`,
  text: '批注内容', textHint: '写下意见，Ctrl+Enter 保存', author: '署名', authorHint: '姓名，下次沿用', answer: '回复', answerHint: '写下回复，Ctrl+Enter 保存', save: '保存', cancel: '取消', edit: '修改',
  done: '标为已处理', isDone: '已处理', reopen: '重新打开', remove: '删除', unsigned: '未署名',
  removed: (answers: number) => (answers === 0 ? '已删除，可以撤销。' : `已连同 ${answers} 条回复删除，可以撤销。`),
  lost: (count: number) => `所在段落已删的批注 ${count} 条`, lostHint: '文字删去后批注仍保留。可移到光标所在的段落，或删除。', moveHere: '移到光标处', noCaret: '请先在正文中点一下要移到的段落。',
  goTo: '到正文', mark: (count: number) => `${count} 条批注`, noTarget: '请先在正文中选中文字，或把光标放到要批注的段落。',
  answers: (count: number) => `${count} 条回复`, more: (hidden: number) => `另有已处理的 ${hidden} 条`,
  time: (month: number, day: number, clock: string) => `${month}月${day}日 ${clock}`, date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  shortcuts: { keys: 'Ctrl+Alt+M', what: '给选中的文字或所在段落添加批注' },
  exportWith: '导出 Word（带批注）', exported: '已导出 Word（带批注）',
  notPrinted: (count: number) => `有 ${count} 条脚注、尾注没有打印；要连同它们导出，请用“导出 Word（带批注）”。`,
  lostNotExported: (count: number) => `有 ${count} 条批注所在的段落已删，没有导出。`,
} as const
