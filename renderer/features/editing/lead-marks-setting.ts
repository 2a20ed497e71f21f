/** Whether lead sentences of problems are marked in the paper; kept for this machine. */
import { useEffect, useSyncExternalStore } from 'react'
import type { LexicalEditor } from 'lexical'
import { registerLeadMarks } from '../../editor/extensions/parts/lead-marks.ts'

const key = 'zhenggao-lead-marks'
const listeners = new Set<() => void>()

export function setLeadMarks(shown: boolean): void {
  localStorage.setItem(key, shown ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function useLeadMarksShown(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => localStorage.getItem(key) !== 'off')
}

/** Marks them in this editor while the setting says so. */
export function useLeadMarks(editor: LexicalEditor): void {
  const shown = useLeadMarksShown()
  useEffect(() => (shown ? registerLeadMarks(editor) : undefined), [editor, shown])
}
