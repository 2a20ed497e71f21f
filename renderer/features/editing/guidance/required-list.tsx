/** 必写部分未写: parts of the template that are not there or still empty. Nothing where the draft is of no template. */
import type { RequiredGap } from '../../../../shared/document/required-parts.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import './guidance.css'

const text = paperTemplatesText.guidance

export function RequiredList({ gaps, onGo }: { readonly gaps: readonly RequiredGap[]; readonly onGo: (blockId: string) => void }) {
  if (gaps.length === 0) return null
  return (
    <>
      <h2>{text.missing}</h2>
      <ul className="required-parts">
        {gaps.map(({ heading, blockId, state }) => (
          <li key={`${state} ${blockId ?? heading}`}>{blockId === undefined ? text.gone(heading) : <button type="button" title={text.goTo} onClick={() => onGo(blockId)}>{heading}</button>}</li>
        ))}
      </ul>
    </>
  )
}
