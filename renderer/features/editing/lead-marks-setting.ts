/** Whether lead sentences of problems are marked in the paper. */
import { useEffect } from 'react'
import type { LexicalEditor } from 'lexical'
import { registerLeadMarks } from '../../editor/extensions/parts/lead-marks.ts'
import { machineSwitch } from '../shell/machine-switch.ts'

export const { set: setLeadMarks, use: useLeadMarksShown } = machineSwitch('lead-marks')

/** Marks them in this editor while the setting says so. */
export function useLeadMarks(editor: LexicalEditor): void {
  const shown = useLeadMarksShown()
  useEffect(() => (shown ? registerLeadMarks(editor) : undefined), [editor, shown])
}
