/** Templates and snippets for tests, of the unit's own. */
import { makePackage } from '../../electron/backend/exchange/make-package.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import type { AspectSet, PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import type { Snippet } from '../../shared/snippets/snippet.ts'
import { fileOf } from './packages.ts'
import { must } from './test-backend.ts'

export const ownTemplate: PaperTemplate = {
  schemaVersion: 1, id: 'own-template', name: '整改方案', kind: 'team-plan', description: '', year: '', batch: '', source: '', layout: 'gb33476',
  blocks: [{ role: 'title', id: 't', runs: [{ text: '青禾县水务局整改方案' }] }, { role: 'heading1', id: 'h', runs: [{ text: '整改措施' }] }, { role: 'paragraph', id: 'p', runs: [{ text: '由局长罗启元负责，检查泵站。' }] }],
  hints: [], required: ['h'],
}

export const ownSnippet: Snippet = {
  schemaVersion: 1, id: 'own-snippet', title: '学用脱节', aspect: '理论学习', role: 'problem', tags: [], source: '青禾县水务局整改方案', blocks: [{ role: 'problem', id: 'b', runs: [{ text: '学用结合不紧。' }] }],
}

export const ownAspects: AspectSet = { schemaVersion: 1, id: 'own-aspects', name: '两方面', year: '', batch: '', source: '', aspects: ['学习', '作风'] }

/** Stores it over what is there, as one of the unit's own: by a package that names no unit. */
export async function putContent(backend: Pick<Backend, 'call'>, kind: 'template' | 'aspects' | 'snippet', content: PaperTemplate | AspectSet | Snippet): Promise<void> {
  const made = await makePackage({
    contents: [{ kind, id: content.id, title: 'name' in content ? content.name : content.title, text: JSON.stringify(content) }],
    maker: { unit: '', program: 'tests' }, madeAt: new Date(0).toISOString(), passphrase: null, signWith: null,
  }, () => {})
  if (!made.ok) throw new Error(made.error.message)
  await must(backend, 'packages.open', { ...fileOf(made.value), conflict: 'take', choices: [], confirmSigner: null })
}
