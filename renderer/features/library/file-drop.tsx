import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { App as AntdApp } from 'antd'
import { importAccept } from '../../text/formats.ts'
import { zh } from '../../text/zh.ts'

/** Opens the system's file dialogue. */
export function useFilePicker(onFile: (file: File) => void): () => void {
  return useCallback(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = importAccept
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) onFile(file)
    })
    input.click()
  }, [onFile])
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files dropped anywhere in the window are imported; the browser must never open them in our place. */
export function FileDrop({ onFile, children }: { readonly onFile: (file: File) => void; readonly children: ReactNode }) {
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
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      const items = [...(event.dataTransfer?.items ?? [])]
      if (items[0]?.webkitGetAsEntry()?.isDirectory) return void message.error(zh.library.isFolder, 6)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 1) void message.info(zh.library.oneFile, 5)
      if (files[0]) onFile(files[0])
    }
    const listeners = [['dragenter', enter], ['dragleave', leave], ['dragover', hover], ['drop', drop]] as const
    for (const [name, listener] of listeners) window.addEventListener(name, listener)
    return () => { for (const [name, listener] of listeners) window.removeEventListener(name, listener) }
  }, [message, onFile])
  return <>{children}{over && <div className="drop-cover">{zh.library.dropHint}</div>}</>
}
