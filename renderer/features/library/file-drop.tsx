import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { App as AntdApp } from 'antd'
import { importAccept } from '../../text/formats.ts'
import { batchText } from '../../text/import-batch.ts'
import { droppedEntries, fromList, hasFolder, walk, type GatheredFiles } from '../importing/batch/batch-files.ts'

/** Opens the system's file dialogue: for one file, for several, or for a folder with all that is in it. */
export function useFilePicker(onFiles: (files: GatheredFiles) => void): (what: 'one' | 'many' | 'folder') => void {
  return useCallback((what) => {
    const input = document.createElement('input')
    input.type = 'file'
    if (what === 'folder') input.webkitdirectory = true
    else input.accept = importAccept
    input.multiple = what === 'many'
    input.addEventListener('change', () => onFiles(fromList([...(input.files ?? [])])))
    input.click()
  }, [onFiles])
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

interface FileDropProps {
  /** Also of a single file, and of a folder that holds one (`folders` above 0). */
  readonly onFiles: (files: GatheredFiles) => void
  readonly children: ReactNode
  /** Documents that are taken; as many as a batch imports unless said otherwise. */
  readonly most?: number
  /** What the cover says. */
  readonly hint?: string
}

/** Files and folders dropped anywhere in the window are imported; the browser must never open them in our place. */
export function FileDrop({ onFiles, children, most, hint = batchText.dropHint }: FileDropProps) {
  const { message } = AntdApp.useApp()
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setOver(false)
    }
    const hover = (event: DragEvent) => { if (hasFiles(event)) event.preventDefault() }
    const take = async (transfer: DataTransfer) => {
      const { entries, files } = droppedEntries(transfer)
      const looking = hasFolder(entries) ? message.loading(batchText.walking, 0) : undefined
      // An entry gives the file as it is when it is read; a File stays what it was, and fails once it was changed.
      const found = entries.length >= files.length ? await walk(entries, most) : fromList(files, most)
      looking?.()
      if (found.files.length > 0) onFiles(found)
      else void message.info(batchText.nothing, 5)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      if (event.dataTransfer) void take(event.dataTransfer)
    }
    const listeners = [['dragenter', enter], ['dragleave', leave], ['dragover', hover], ['drop', drop]] as const
    for (const [name, listener] of listeners) window.addEventListener(name, listener)
    return () => { for (const [name, listener] of listeners) window.removeEventListener(name, listener) }
  }, [message, onFiles, most])
  return <>{children}{over && <div className="drop-cover">{hint}</div>}</>
}
