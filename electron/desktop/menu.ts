/** The menus, in Chinese. Ctrl+0 to Ctrl+5 belong to the editor (roles of a block) and are not used here. */
import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron'
import { menuTemplate, type MenuActions } from './menu-template.ts'

export function setApplicationMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(actions)]))
}

/** The menu of the right mouse button, wherever the page does not show one of its own. */
export function showEditMenu(window: BrowserWindow, parameters: ContextMenuParams): void {
  const { canCut, canCopy, canPaste, canSelectAll } = parameters.editFlags
  const editing: readonly MenuItemConstructorOptions[] = [
    { role: 'cut', label: '剪切', enabled: canCut },
    { role: 'copy', label: '复制', enabled: canCopy },
    { role: 'paste', label: '粘贴', enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: '全选', enabled: canSelectAll },
  ]
  const reading: readonly MenuItemConstructorOptions[] = [{ role: 'copy', label: '复制' }]
  if (parameters.isEditable) Menu.buildFromTemplate([...editing]).popup({ window })
  else if (parameters.selectionText.trim() !== '') Menu.buildFromTemplate([...reading]).popup({ window })
}
