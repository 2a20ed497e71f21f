/** Strings of 定稿. */
export const finalText = {
  finalise: '定稿', finaliseHint: '定稿后不能再修改，可以退回',
  confirmTitle: '把这份文稿定稿？', confirm: '定稿后不能再修改，当前内容会作为“定稿”版本长期保留；需要改动时可以退回。',
  confirmMasked: (count: number) => `正文里还有 ${count} 处像是隐去的内容（如 ××），请先看一看“待填”。`,
  ok: '定稿', look: '先看一看', toFill: '去填写', unsaved: '有内容还没有保存上，没有定稿。请等保存好后再试。',
  done: '已定稿。', note: (time: string) => `这份文稿已定稿（${time}），不能修改。办理情况可在台账里继续填写。`, reopen: '退回修改', reopened: '已退回为草稿，可以修改。',
  elsewhere: '这份文稿已在另一窗口定稿。这里没保存上的内容另存在“版本”里，没有丢失。',
  noneOf: (final: boolean) => (final ? '还没有定稿的文稿。' : '没有草稿，都已定稿。'), filter: '按状态筛选',
  states: { draft: '草稿', final: '定稿' },
} as const
