import type { ThemeConfig } from 'antd'

/** The tokens of tokens.css for the component library. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: '#a4262c', colorLink: '#1f5fbf', colorText: '#1f2329', colorTextSecondary: '#51565d', colorBorder: '#cfd3d8', colorBorderSecondary: '#e3e4e6',
    colorSuccess: '#2f7d4f', colorWarning: '#a16a12', colorError: '#b3261e', colorBgLayout: '#f1f0ed',
    borderRadius: 6, fontSize: 14, controlHeight: 32, motionDurationMid: '0.12s', motionDurationSlow: '0.16s',
    fontFamily: '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  },
  components: { Table: { headerBg: '#f6f6f4', headerColor: '#51565d', cellPaddingBlock: 7, cellPaddingInline: 10, cellPaddingBlockMD: 6, cellPaddingInlineMD: 10, rowHoverBg: '#faf7f5' } },
}
