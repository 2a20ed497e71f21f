/** What the writer does to links, with a word on what came of it. */
import { useCallback, useMemo } from 'react'
import { App as AntdApp } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import type { LinkSuggestion } from '../../../shared/document/link-suggestions.ts'
import type { Link } from '../../../shared/document/links.ts'
import { changeLinks } from '../../editor/extensions/links/change-links.ts'
import { linkText } from '../../text/links.ts'
import { entryName, type LinkModel } from './link-model.ts'
import { rejectSuggestion } from './rejected-suggestions.ts'

export interface LinkActions {
  /** Links two entries of different sides, or takes the link away. */
  readonly toggle: (a: LinkEntry, b: LinkEntry) => void
  /** Links two entries; says so where they are linked already. */
  readonly join: (a: LinkEntry, b: LinkEntry) => void
  readonly remove: (link: Pick<Link, 'answerId' | 'problemId'>) => void
  readonly accept: (suggestions: readonly LinkSuggestion[]) => void
  readonly reject: (suggestion: LinkSuggestion) => void
}

/** @param say tells the outcome to the status line, and to screen readers. */
export function useLinkActions(draftId: string, editor: LexicalEditor, model: LinkModel, say: (text: string) => void): LinkActions {
  const { message } = AntdApp.useApp()
  const set = useCallback((answerId: string, problemId: string, on: boolean) => {
    const [answer, problem] = [model.byId.get(answerId), model.byId.get(problemId)]
    if (!answer || !problem) return
    if (!editor.isEditable()) return void message.info(linkText.readOnly)
    if (answer.inTable || problem.inTable) return void message.info(linkText.inTable)
    if (changeLinks(editor, [{ answerId, problemId, on }])) say((on ? linkText.linked : linkText.unlinked)(entryName(model, problem), entryName(model, answer)))
    else void message.info(on ? linkText.already : linkText.fixed)
  }, [editor, message, model, say])

  return useMemo(() => {
    const ends = (a: LinkEntry, b: LinkEntry): readonly [string, string] | undefined => {
      if ((a.role === 'problem') === (b.role === 'problem')) {
        void message.info(linkText.sameSide)
        return undefined
      }
      return a.role === 'problem' ? [b.id, a.id] : [a.id, b.id]
    }
    const isLinked = (answerId: string, problemId: string) => (model.linksOf.get(answerId) ?? []).some((link) => link.problemId === problemId)
    return {
      toggle: (a, b) => {
        const pair = ends(a, b)
        if (pair) set(...pair, !isLinked(...pair))
      },
      join: (a, b) => {
        const pair = ends(a, b)
        if (pair) set(...pair, true)
      },
      remove: ({ answerId, problemId }) => set(answerId, problemId, false),
      accept: (suggestions) => {
        if (!editor.isEditable()) return void message.info(linkText.readOnly)
        const changed = changeLinks(editor, suggestions.map(({ answerId, problemId }) => ({ answerId, problemId, on: true })))
        if (changed) say(linkText.acceptDone(suggestions.length))
      },
      reject: (suggestion) => rejectSuggestion(draftId, suggestion),
    }
  }, [draftId, editor, message, model, say, set])
}
