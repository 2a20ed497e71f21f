/** Strings of the chips under time limits, beside those in zh.ts. */
export const timeLimitText = {
  write: (words: string) => `写成 ${words}`, writeTitle: '把这里随手写的日期换成规范写法，可以撤销',
  noYear: '没有年份，推不出日期',
} as const
