import { useState } from 'react'
import { Button, Input } from 'antd'
import { collectText } from '../../text/collect.ts'
import { lockedNames, unlock } from './collect-store.ts'

const text = collectText.unlock

/** Packages with a passphrase of their own are read again once it is told. */
export function UnlockForm() {
  const [word, setWord] = useState('')
  const names = lockedNames()
  if (names.length === 0) return null
  const again = () => { if (word !== '') unlock(word) }
  return (
    <section className="collect-unlock">
      <b>{text.title(names.length)}</b>
      <Input.Password value={word} autoComplete="off" maxLength={1000} aria-label={text.label} onChange={(event) => setWord(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) again() }} />
      <Button disabled={word === ''} onClick={again}>{text.action}</Button>
      <small>{text.hint}</small>
    </section>
  )
}
