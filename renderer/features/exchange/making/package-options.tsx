/** Passphrase and signature of a package. */
import { useEffect, useState } from 'react'
import { App as AntdApp, Checkbox, Input } from 'antd'
import { passphraseStrength } from '../../../../shared/exchange/passphrase-strength.ts'
import { call } from '../../../client/client.ts'
import { makingText } from '../../../text/packages.ts'
import { Fingerprint } from '../fingerprint.tsx'

export interface PackageOptions {
  readonly encrypt: boolean
  readonly passphrase: string
  readonly again: string
  readonly sign: boolean
}
export const plainPackage: PackageOptions = { encrypt: false, passphrase: '', again: '', sign: false }

/** What keeps the package from being made; undefined where nothing does. */
export function isComplete({ encrypt, passphrase, again }: PackageOptions): boolean {
  return !encrypt || (passphrase !== '' && passphrase === again)
}

const { passphrase: words, sign: signWords } = makingText
const tones = { short: 'bad', weak: 'warn', fair: undefined, good: 'good' } as const

export function PackageOptionsFields({ options, onOptions }: { readonly options: PackageOptions; readonly onOptions: (options: PackageOptions) => void }) {
  const { modal } = AntdApp.useApp()
  const [fingerprint, setFingerprint] = useState<string>()
  const { encrypt, passphrase, again, sign } = options
  useEffect(() => {
    if (!sign || fingerprint !== undefined) return
    void call('packages.makeKey', {}).then((result) => {
      if (result.ok) setFingerprint(result.value.fingerprint)
      else modal.error({ title: result.error.message })
    })
  }, [sign, fingerprint, modal])
  const strength = passphraseStrength(passphrase)
  const differ = again !== '' && again !== passphrase
  return (
    <div className="packing-options">
      <div className="packing-option">
        <Checkbox checked={encrypt} onChange={(event) => onOptions({ ...options, encrypt: event.target.checked, passphrase: '', again: '' })}>{words.use}</Checkbox>
        {encrypt ? (
          <>
            <Input.Password autoFocus value={passphrase} maxLength={1000} autoComplete="new-password" placeholder={words.first} aria-label={words.first} onChange={(event) => onOptions({ ...options, passphrase: event.target.value })} />
            <Input.Password value={again} maxLength={1000} autoComplete="new-password" placeholder={words.second} aria-label={words.second} status={differ ? 'error' : ''} onChange={(event) => onOptions({ ...options, again: event.target.value })} />
            {differ && <span className="detail" data-tone="bad" role="alert">{words.differ}</span>}
            {passphrase !== '' && <span className="detail" data-tone={tones[strength]} role="status">{words.strength[strength]}</span>}
            <span className="detail" data-tone="warn">{words.warning}</span>
          </>
        ) : <span className="quiet">{words.hint}</span>}
      </div>
      <div className="packing-option">
        <Checkbox checked={sign} onChange={(event) => onOptions({ ...options, sign: event.target.checked })}>{signWords.use}</Checkbox>
        <span className="quiet">{signWords.hint}</span>
        {sign && fingerprint !== undefined && <span className="detail">{signWords.fingerprint} <Fingerprint value={fingerprint} /> <span className="quiet">{signWords.explain}</span></span>}
      </div>
    </div>
  )
}
