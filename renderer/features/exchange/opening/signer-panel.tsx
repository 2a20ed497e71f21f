/** Who signed a package, and the writer's word for it where it has to be given. */
import { Alert, Checkbox, Input } from 'antd'
import type { PackageView } from '../../../../shared/contract/exchange-procedures.ts'
import { confirmText, signerText, type SignerState } from '../../../text/packages.ts'
import { Fingerprint } from '../fingerprint.tsx'

export interface SignerWord {
  readonly compared: boolean
  /** The unit's name as the writer wrote it down. */
  readonly typed: string
}
export const noWord: SignerWord = { compared: false, typed: '' }

const tones: Readonly<Record<SignerState, 'success' | 'info' | 'warning' | 'error'>> = { none: 'info', missing: 'warning', own: 'success', known: 'success', unknown: 'warning', changed: 'error' }

const plainName = (name: string) => name.replaceAll(/\s+/gu, '')

/** Nothing is stored of a package whose signature has to be confirmed first. A changed one takes the unit's name as well. */
export function isConfirmed({ signer, unit }: PackageView, { compared, typed }: SignerWord): boolean {
  if (signer.state === 'unknown') return compared
  if (signer.state === 'changed') return compared && plainName(typed) === plainName(unit)
  return true
}

interface SignerPanelProps {
  readonly view: PackageView
  readonly word: SignerWord
  readonly onWord: (word: SignerWord) => void
}

export function SignerPanel({ view: { signer, unit }, word, onWord }: SignerPanelProps) {
  const { title, detail } = signerText[signer.state](unit)
  const asks = signer.state === 'unknown' || signer.state === 'changed'
  return (
    <Alert
      type={tones[signer.state]} showIcon className="signer-panel" data-signer={signer.state} title={title}
      description={(
        <>
          <p>{detail}</p>
          {signer.fingerprint !== null && <p><span className="quiet">{confirmText.fingerprint}</span> <Fingerprint value={signer.fingerprint} /></p>}
          {asks && <Checkbox checked={word.compared} onChange={(event) => onWord({ ...word, compared: event.target.checked })}>{confirmText.check(unit)}</Checkbox>}
          {signer.state === 'changed' && unit !== '' && (
            <label className="signer-name">{confirmText.type(unit)}<Input value={word.typed} aria-label={confirmText.typeLabel} spellCheck={false} onChange={(event) => onWord({ ...word, typed: event.target.value })} /></label>
          )}
        </>
      )}
    />
  )
}
