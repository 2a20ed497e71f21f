/** Strings of 专注. */
export const focusText = { enter: '专注', leave: '退出专注', enterHint: '专注：只留正文，只亮正在写的一项（F9）', leaveHint: '退出专注（Esc 或 F9）' } as const
