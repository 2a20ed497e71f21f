import { Button } from 'antd'
import type { Draft } from '../../../../shared/document/draft.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { setGuidanceShown, useGuidanceShown } from './guidance-setting.ts'

const text = paperTemplatesText.guidance

/** Shown where the draft's template guides at all. */
export function GuidanceToggle({ draft: { guide } }: { readonly draft: Pick<Draft, 'guide'> }) {
  const shown = useGuidanceShown()
  if (guide === undefined || guide.hints.length === 0) return null
  return <Button type="text" size="small" className="tool-button" aria-pressed={shown} title={`${shown ? text.hide : text.show}（${guide.name}）`} onClick={() => setGuidanceShown(!shown)}>{text.mark}</Button>
}
