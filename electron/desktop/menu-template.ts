import type { MenuItemConstructorOptions } from 'electron'
import { zoomSteps, type ZoomStep } from './zoom.ts'

/** What the menu asks of the program. */
export interface MenuActions {
  readonly openExportFolder: () => void
  readonly openLogFolder: () => void
  readonly showAbout: () => void
  readonly setZoom: (step: ZoomStep) => void
  readonly stepZoom: (direction: 'in' | 'out') => void
  /** Presses a key combination in the page, where the editor keeps its own history of changes. */
  readonly pressKey: (key: 'Z' | 'Y') => void
  /** Present while developing. */
  readonly developing: boolean
}

export function menuTemplate(actions: MenuActions): readonly MenuItemConstructorOptions[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        { label: '打开导出文件夹', click: actions.openExportFolder },
        { type: 'separator' },
        { role: 'quit', label: '退出', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        // Not the roles: they would undo in the browser's own history, which knows nothing of blocks.
        { label: '撤销', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, click: () => actions.pressKey('Z') },
        { label: '重做', accelerator: 'CmdOrCtrl+Y', registerAccelerator: false, click: () => actions.pressKey('Y') },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'pasteAndMatchStyle', label: '只粘贴文字' },
        { type: 'separator' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        ...zoomSteps.map((step): MenuItemConstructorOptions => ({ label: `显示大小 ${Math.round(step * 100)}%`, click: () => actions.setZoom(step) })),
        { type: 'separator' },
        { label: '放大', accelerator: 'CmdOrCtrl+=', click: () => actions.stepZoom('in') },
        { label: '缩小', accelerator: 'CmdOrCtrl+-', click: () => actions.stepZoom('out') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏', accelerator: 'F11' },
        ...(actions.developing ? developerItems : []),
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { label: '打开“运行记录”文件夹', click: actions.openLogFolder },
        { type: 'separator' },
        { label: '关于整稿', click: actions.showAbout },
      ],
    },
  ]
}

const developerItems: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload', label: '重新载入页面' },
  { role: 'toggleDevTools', label: '开发者工具' },
]
