import { useCallback } from 'react'
import { App as AntdApp } from 'antd'
import type { UnknownName } from '../../../shared/settings/responsible-suggestions.ts'
import { responsibleText } from '../../text/responsible.ts'
import { keepName } from '../settings/keep-name.ts'

/** Keeps a name in the unit's profile, and says so with the way back. */
export function useKeepName(): (name: UnknownName) => void {
  const { message } = AntdApp.useApp()
  return useCallback((name: UnknownName) => {
    const takeOut = keepName(name)
    const key = `kept-${name.name}`
    const undo = () => {
      takeOut()
      message.destroy(key)
    }
    void message.open({
      key, type: 'success', duration: 6,
      content: <span>{responsibleText.kept(name.name, responsibleText.kinds[name.kind])}　<a onClick={undo}>{responsibleText.undo}</a></span>,
    })
  }, [message])
}
