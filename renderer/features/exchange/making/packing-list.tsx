/** The whole list of what goes into a package, each with the way out of it. */
import { Button } from 'antd'
import type { PlannedPackable } from '../../../../shared/contract/package-procedures.ts'
import { contentKinds } from '../../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../../shared/exchange/manifest.ts'
import { makingText as text, packagesText } from '../../../text/packages.ts'
import type { Packing } from './use-packing.ts'

const nameOf = ({ title }: PlannedPackable) => (title === '' ? packagesText.untitled : title)

export function PackingList({ packing }: { readonly packing: Packing }) {
  const { list, left, plan } = packing
  const missing = plan?.missing.length ?? 0
  return (
    <>
      <ul className="packing-list" aria-label={text.listed(list.length, '')}>
        {list.map((content) => (
          <li key={contentKey(content)} data-added={content.neededBy.length > 0}>
            <span className="packing-kind">{contentKinds[content.kind].word}</span>
            <span className="packing-name">{nameOf(content)}{content.neededBy.length > 0 && <small>{text.neededBy(content.neededBy)}</small>}</span>
            <span className="packing-size">{packagesText.size(content.size)}</span>
            <Button size="small" type="text" aria-label={`${text.remove} ${nameOf(content)}`} onClick={() => packing.remove(content)}>{text.remove}</Button>
          </li>
        ))}
        {list.length === 0 && <li className="quiet empty">{text.empty}</li>}
      </ul>
      {left.map((content) => <p key={contentKey(content)} className="packing-left">{text.leftOut(nameOf(content))}<Button size="small" type="link" onClick={() => packing.leaveIn(content)}>{text.leaveIn}</Button></p>)}
      {missing > 0 && <p className="packing-left">{text.missing(missing)}</p>}
    </>
  )
}
