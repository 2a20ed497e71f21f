/** What the desktop can do for the back end: the system's own dialogues. */
import { mkdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { BrowserWindow, dialog, shell, type SaveDialogOptions } from 'electron'
import { defaultExportFolder } from '../backend/files/standard-folders.ts'
import type { OfferedFiles } from '../backend/files/offered-files.ts'
import type { Ports } from '../backend/ports.ts'
import type { PageDocuments } from './page-documents.ts'
import { printPorts } from './print-window.ts'

const typeNames: Readonly<Record<string, string>> = {
  '.docx': 'Word 文档', '.xlsx': 'Excel 工作簿', '.pdf': 'PDF 文件', '.txt': '文本文件', '.zip': '压缩包', '.zgx': '整稿交换包',
}

export function createDesktopPorts(documents: PageDocuments, offered: OfferedFiles): Ports {
  return {
    host: 'desktop',
    offered,
    ...printPorts(documents),
    exportFolder: defaultExportFolder(),
    revealFile: async (path) => shell.showItemInFolder(path),
    chooseSavePath: async ({ folder, fileName }) => {
      // The dialogue falls back to an arbitrary folder where the suggested one does not exist yet.
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      const options = saveOptions(join(folder, fileName))
      const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const answer = await (parent === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
    },
  }
}

function saveOptions(defaultPath: string): SaveDialogOptions {
  const extension = extname(defaultPath).toLowerCase()
  const name = typeNames[extension]
  return {
    title: '保存到',
    buttonLabel: '保存',
    defaultPath,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    ...(name === undefined ? {} : { filters: [{ name, extensions: [extension.slice(1)] }] }),
  }
}
