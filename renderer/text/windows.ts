/** Strings about one draft in several windows. */
export const windowsText = {
  elsewhere: (time: string) => `这份文稿正在另一窗口编辑（始于 ${time}），这里只能查看。`,
  elsewhereNow: '这份文稿正在另一窗口编辑，这里只能查看。',
  taken: (time: string) => `这份文稿已改到另一窗口编辑（始于 ${time}），这里只能查看。`,
  takenNow: '这份文稿已改到另一窗口编辑，这里只能查看。',
  takeOver: '改在这里编辑', taking: '正在请另一窗口保存…',
  freed: '另一窗口已不再编辑这份文稿，现在可以在这里编辑。', tookOver: '现在可以在这里编辑，另一窗口已改为只能查看。',
} as const
