import { memo, useEffect, useState } from 'react'
import { Tabs } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { linkText } from '../../text/links.ts'
import { placeholderTexts } from '../../text/placeholders.ts'
import { notesText } from '../../text/notes.ts'
import { zh } from '../../text/zh.ts'
import { LinkPanel } from '../links/link-panel.tsx'
import { recordText } from '../../text/record.ts'
import { NotesPanel } from './notes/notes-panel.tsx'
import type { NotesRequests } from './notes/use-notes-request.ts'
import { PlaceholdersPanel } from './placeholders/placeholders-panel.tsx'
import { PropertiesPanel } from './properties-panel.tsx'
import { RecordPanel } from './record/record-panel.tsx'
import type { AppInfo } from '../shell/use-file-export.tsx'
import type { SaveStateStore } from './save-state-store.ts'
import { SourcePanel } from './source-panel.tsx'
import { VersionsPanel } from './versions-panel.tsx'

export interface InspectorProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly caretBlockId: string | undefined
  readonly onOpenLinks: (blockId?: string) => void
  readonly imported: boolean
  readonly saving: SaveStateStore
  readonly flush: () => Promise<boolean>
  readonly replaceContent: (draft: Draft) => void
  readonly notes: NotesRequests
  /** Counts up as the tab 待填 is asked for. */
  readonly placeholdersAsked: number
  readonly info: Pick<AppInfo, 'host' | 'canChoosePath'>
}

export const Inspector = memo(function Inspector(props: InspectorProps) {
  const [tab, setTab] = useState('properties')
  const { request } = props.notes
  useEffect(() => { if (request) setTab('notes') }, [request])
  useEffect(() => { if (props.placeholdersAsked > 0) setTab('placeholders') }, [props.placeholdersAsked])
  const open = props.draft.notes?.filter((note) => note.answers === undefined && !note.done).length ?? 0
  return (
    <aside className="inspector">
      <Tabs
        size="small" tabBarGutter={9} activeKey={tab} onChange={setTab} destroyOnHidden
        items={[
          { key: 'links', label: linkText.title, children: <LinkPanel {...props} onOpenView={() => props.onOpenLinks(props.caretBlockId)} /> },
          { key: 'properties', label: zh.editing.tabs.properties, children: <PropertiesPanel editor={props.editor} draft={props.draft} /> },
          { key: 'record', label: recordText.tab, children: <RecordPanel editor={props.editor} draft={props.draft} /> },
          { key: 'placeholders', label: placeholderTexts.tab, children: <PlaceholdersPanel draftId={props.draftId} editor={props.editor} draft={props.draft} /> },
          { key: 'notes', label: open === 0 ? notesText.tab : notesText.tabWith(open), children: <NotesPanel editor={props.editor} draft={props.draft} requests={props.notes} /> },
          { key: 'versions', label: zh.editing.tabs.versions, children: <VersionsPanel {...props} /> },
          { key: 'source', label: zh.editing.tabs.source, children: <SourcePanel draftId={props.draftId} imported={props.imported} /> },
        ]}
      />
    </aside>
  )
})
