import { useEffect } from 'react'
import { App as AntdApp } from 'antd'
import { COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { ITEM_NOTICE_COMMAND, type ItemNotice } from '../../editor/extensions/block/item-commands.ts'
import { gestureText } from '../../text/gestures.ts'
import { roleNames } from '../../text/roles.ts'

function say(notice: ItemNotice): string {
  switch (notice.kind) {
    case 'split': return gestureText.split(notice.lacks.map((role) => roleNames[role]))
    case 'merged': return gestureText.merged(notice.dropped)
    case 'refused': return notice.what === 'split' ? gestureText.notSplit[notice.reason] : gestureText.notMerged[notice.reason]
  }
}

/** Says what came of splitting or merging an item: what it still lacks, what was kept once, or why it was left as it is. */
export function useItemNotices(editor: LexicalEditor | undefined): void {
  const { message } = AntdApp.useApp()
  useEffect(() => editor?.registerCommand(ITEM_NOTICE_COMMAND, (notice) => {
    void (notice.kind === 'refused' ? message.warning(say(notice)) : message.success(say(notice)))
    return true
  }, COMMAND_PRIORITY_LOW), [editor, message])
}
