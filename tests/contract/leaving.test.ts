/** The gate: templates and snippets of the unit's own leave only after their review was shown, over every way to the back end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { PackageReview } from '../../shared/contract/deidentify-procedures.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { fullDraft } from '../support/full-draft.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { ownAspects, ownSnippet, ownTemplate, putContent } from '../support/own-contents.ts'
import { fileOf, openWith, pack, storeDraft } from '../support/packages.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const template = { kind: 'template' as const, id: ownTemplate.id }
const snippet = { kind: 'snippet' as const, id: ownSnippet.id }
const profile = (fullName: string) => ({ setting: { name: 'unitProfile' as const, value: { fullName, shortName: '', kind: '', superiors: [], leaders: [], people: [], offices: [] } }, clientId: 'w' })

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

async function ask<N extends ProcedureName>(host: Pick<OpenHost, 'call'>, name: N, input: ProcedureInput<N>): Promise<Result<ProcedureOutput<N>>> {
  return (await host.call(name, input)) as Result<ProcedureOutput<N>>
}
const tryPack = (host: Pick<OpenHost, 'call'>, contents: ProcedureInput<'packages.content'>['contents'], reviews?: readonly PackageReview[]) =>
  ask(host, 'packages.content', { jobId: 'j', contents, passphrase: null, sign: false, ...(reviews === undefined ? {} : { reviews: [...reviews] }) })
async function reviewed(host: Pick<OpenHost, 'call'>, of: { readonly kind: 'template' | 'snippet' | 'aspects'; readonly id: string }): Promise<PackageReview> {
  const review = await must(host, 'deidentify.review', { jobId: 'r', of, decisions: [], marks: [] })
  return { ...of, token: review.token }
}
const refused = (...contents: readonly { kind: string; id: string }[]) => ({ ok: false, error: { code: 'PACKAGE_REVIEW_NEEDED', data: { contents: contents.map((one) => expect.objectContaining(one)) } } })

describe.each(hostNames)('over %s', (hostName) => {
  it('Y32 a template or snippet is packed with the review of just what it says, and not without', async () => {
    const host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder }))
    try {
      await putContent(host, 'template', ownTemplate)
      await putContent(host, 'snippet', ownSnippet)
      expect(await tryPack(host, [template, snippet])).toMatchObject(refused(template, snippet))
      const first = await reviewed(host, template)
      expect(await tryPack(host, [template, snippet], [first])).toMatchObject(refused(snippet))
      const second = await reviewed(host, snippet)
      // A token of another content, or one made up, is none.
      expect(await tryPack(host, [template, snippet], [first, { ...first, ...snippet }])).toMatchObject(refused(snippet))
      expect(await tryPack(host, [template], [{ ...first, token: 'a'.repeat(64) }])).toMatchObject(refused(template))
      expect((await tryPack(host, [template, snippet], [first, second])).ok).toBe(true)
      expect((await ask(host, 'packages.make', { jobId: 'j', contents: [snippet], passphrase: null, sign: false, target: { kind: 'default' }, ifExists: 'ask' })).ok).toBe(false)
      expect((await ask(host, 'packages.make', { jobId: 'j', contents: [snippet], passphrase: null, sign: false, reviews: [second], target: { kind: 'default' }, ifExists: 'ask' })).ok).toBe(true)
      // Changed by one word it is to be seen again.
      await putContent(host, 'template', { ...ownTemplate, description: '供参考' })
      expect(await tryPack(host, [template], [first])).toMatchObject(refused(template))
      await must(host, 'settings.write', profile('青禾县水务局'))
      expect(await tryPack(host, [snippet], [second])).toMatchObject(refused(snippet))
    } finally {
      await host.close()
    }
  }, 60_000)
})

describe('the review of what leaves', () => {
  it('Y31 reads name, source and blocks, tells the reasons, and says so where nothing is found', async () => {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    try {
      await putContent(backend, 'template', ownTemplate)
      await putContent(backend, 'snippet', ownSnippet)
      await putContent(backend, 'aspects', ownAspects)
      const review = await must(backend, 'deidentify.review', { jobId: 'r', of: template, decisions: [], marks: [] })
      expect(review.title).toBe('整改方案')
      expect(review.findings.map(({ text }) => text)).toEqual(['青禾县水务局', '局', '罗启元'])
      expect(review.clues.map(({ text, reason }) => [text, reason])).toContainEqual(['泵站', '只有某一类单位的稿子里才有的词'])
      const source = await must(backend, 'deidentify.review', { jobId: 'r', of: snippet, decisions: [], marks: [] })
      expect(source.findings.map(({ text, place }) => [text, source.fields.find(({ blockId }) => blockId === place.blockId)?.field])).toEqual([['青禾县水务局', 'source']])
      expect(await must(backend, 'deidentify.review', { jobId: 'r', of: { kind: 'aspects', id: ownAspects.id }, decisions: [], marks: [] })).toMatchObject({ findings: [], clues: [] })
      expect(await ask(backend, 'deidentify.review', { jobId: 'r', of: { kind: 'template', id: 'gone' }, decisions: [], marks: [] })).toMatchObject({ ok: false, error: { code: 'CONTENT_NOT_FOUND' } })
    } finally {
      await backend.close()
    }
  })
  it('Y33 drafts need none; the aspect set a template names goes along and needs its own', async () => {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    try {
      const draft = { kind: 'draft' as const, id: await storeDraft(backend, fullDraft) }
      expect(await must(backend, 'deidentify.needed', { contents: [draft] })).toEqual({ contents: [] })
      expect((await tryPack(backend, [draft])).ok).toBe(true)
      const naming = { ...ownTemplate, aspects: { set: ownAspects.id, runs: [{ first: 'h', last: 'p' }] } }
      await putContent(backend, 'template', naming)
      await putContent(backend, 'aspects', ownAspects)
      const needed = await must(backend, 'deidentify.needed', { contents: [draft, template] })
      expect(needed.contents.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['template own-template', 'aspects own-aspects'])
      expect(await tryPack(backend, [template], [await reviewed(backend, template)])).toMatchObject(refused({ kind: 'aspects', id: ownAspects.id }))
    } finally {
      await backend.close()
    }
  })
  it('Y33 what came from another unit and is as it came needs none; changed, or from ourselves, it does', async () => {
    const other = makeTempFolder()
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const theirs = await openTestBackend({ dataFolder: other.folder })
    try {
      await putContent(backend, 'template', ownTemplate)
      await must(backend, 'settings.write', profile('青禾县水务局'))
      await must(theirs, 'settings.write', profile('岚桥县档案馆'))
      const made = await tryPack(backend, [template], [await reviewed(backend, template)])
      if (!made.ok) throw new Error(made.error.message)
      const bytes = Uint8Array.from(Buffer.from(made.value.contentBase64, 'base64'))
      expect((await must(theirs, 'packages.look', fileOf(bytes))).contents).toMatchObject([{ kind: 'template', state: 'new' }])
      expect((await openWith(theirs, bytes)).ok).toBe(true)
      expect((await pack(theirs, [template])).length).toBeGreaterThan(100)
      await putContent(theirs, 'template', { ...ownTemplate, name: '改过的整改方案' })
      expect(await tryPack(theirs, [template])).toMatchObject(refused(template))
      // The same unit on another machine: what it brings is still ours to look at.
      await putContent(theirs, 'template', ownTemplate)
      await must(theirs, 'settings.write', profile('青禾县水务局'))
      expect(await tryPack(theirs, [template])).toMatchObject(refused(template))
    } finally {
      await backend.close()
      await theirs.close()
      other.remove()
    }
  })
})
