/** Asks for the passphrase of a package, as often as it takes. */
import { useEffect, useRef, useState } from 'react'
import { Alert, Button, Input, type InputRef } from 'antd'
import { openingText } from '../../../text/packages.ts'

const text = openingText.passphrase

export function PassphraseForm({ wrong, onPassphrase }: { readonly wrong: string | undefined; readonly onPassphrase: (passphrase: string) => void }) {
  const [typed, setTyped] = useState('')
  const field = useRef<InputRef>(null)
  useEffect(() => { field.current?.focus({ cursor: 'all' }) }, [wrong])
  return (
    <form className="passphrase-form" onSubmit={(event) => { event.preventDefault(); if (typed !== '') onPassphrase(typed) }}>
      <h3>{text.title}</h3>
      {wrong === undefined ? <p>{text.lead}</p> : <Alert type="error" showIcon title={wrong} />}
      <div className="passphrase-line">
        <Input.Password ref={field} value={typed} maxLength={1000} autoComplete="off" aria-label={text.label} placeholder={text.label} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" htmlType="submit" disabled={typed === ''}>{text.open}</Button>
      </div>
    </form>
  )
}
