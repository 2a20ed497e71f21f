/** What is told of a snippet beside its text: name, 方面, role, tags, source; what was used before is offered. */
import { useMemo } from 'react'
import { AutoComplete, Input, Radio, Select } from 'antd'
import { snippetRoles, type Snippet } from '../../../shared/snippets/snippet.ts'
import { snippetText as text } from '../../text/snippets.ts'
import { noFilter, useSnippets } from './use-snippets.ts'

export type SnippetDetails = Pick<Snippet, 'title' | 'aspect' | 'role' | 'tags' | 'source'>

interface SnippetFieldsProps {
  readonly value: SnippetDetails
  readonly onChange: (value: SnippetDetails) => void
  /** Aspects of the draft, offered first. */
  readonly aspects?: readonly string[]
  readonly titleHint?: string
}

const line = (value: string) => value.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
const mostTags = 20

export function SnippetFields({ value, onChange, aspects = [], titleHint }: SnippetFieldsProps) {
  const { facets } = useSnippets(noFilter)
  const known = useMemo(() => [...new Set([...aspects, ...facets.aspects.map(({ name }) => name)])].filter((name) => name !== ''), [aspects, facets.aspects])
  const set = (change: Partial<SnippetDetails>) => onChange({ ...value, ...change })
  // What is there says nothing of what else there is: all are offered until something else is typed.
  const offered = known.includes(value.aspect) ? known : known.filter((name) => name.includes(value.aspect.trim()))
  const tags = (all: readonly string[]) => [...new Set(all.map((tag) => line(tag).trim().slice(0, 40)))].filter((tag) => tag !== '').slice(0, mostTags)
  return (
    <div className="snippet-fields">
      <label className="snippet-wide">{text.fields.title}<Input value={value.title} maxLength={200} placeholder={titleHint ?? text.hints.title} spellCheck={false} onChange={(event) => set({ title: line(event.target.value) })} /></label>
      <label>{text.fields.aspect}<AutoComplete aria-label={text.fields.aspect} value={value.aspect} maxLength={60} allowClear placeholder={text.hints.aspect} options={offered.slice(0, 30).map((name) => ({ value: name }))} onChange={(aspect: string | undefined) => set({ aspect: line(aspect ?? '') })} /></label>
      <div className="snippet-field">{text.fields.role}
        <Radio.Group value={value.role} options={snippetRoles.map((role) => ({ value: role, label: text.roles[role] }))} aria-label={text.fields.role} onChange={(event) => set({ role: event.target.value as Snippet['role'] })} />
      </div>
      <label>{text.fields.tags}<Select<string[]> mode="tags" aria-label={text.fields.tags} value={[...value.tags]} placeholder={text.hints.tags} tokenSeparators={[',', '，', '、']} options={facets.tags.slice(0, 100).map(({ name }) => ({ value: name, label: name }))} onChange={(all) => set({ tags: tags(all) })} /></label>
      <label>{text.fields.source}<Input value={value.source} maxLength={500} placeholder={text.hints.source} spellCheck={false} onChange={(event) => set({ source: line(event.target.value) })} /></label>
    </div>
  )
}
