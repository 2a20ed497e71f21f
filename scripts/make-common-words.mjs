// Writes shared/deidentify/common-words.ts: the words of the shipped examples, once what tells of their invented unit is
// taken out, and of the templates. Run by hand after either changed: node_modules/node/bin/node scripts/make-common-words.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { templateOf } from '../shared/deidentify/apply-decisions.ts'
import { tellingWords } from '../shared/deidentify/common-phrases.ts'
import { findIdentifying } from '../shared/deidentify/find-identifying.ts'
import { textsOf } from '../shared/placeholders/placeholder-places.ts'
import { recognise } from '../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../shared/recognition/source.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const read = (part) => readdirSync(`${folder}resources/${part}`).sort().map((name) => readFileSync(`${folder}resources/${part}/${name}`, 'utf8'))
const texts = [
  ...read('examples').flatMap((text) => {
    const { draft } = recognise(paragraphsFromText(text), { draftId: 'example' })
    return textsOf(templateOf(draft, findIdentifying(draft))).map((one) => one.text.replaceAll(/\[[^\]]*\]/gu, ' '))
  }),
  ...read('templates').flatMap((text) => JSON.parse(text).blocks.flatMap((block) => (block.runs ?? []).map((run) => run.text))),
]
const words = new Set()
for (const text of texts) {
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (/^\p{Script=Han}{2,}$/u.test(segment) && !tellingWords.some((word) => segment.includes(word))) words.add(segment)
  }
}
const lines = [...words].sort().join(' ').match(/.{1,140}(?: |$)/gu).map((line) => line.trim())
writeFileSync(`${folder}shared/deidentify/common-words.ts`, `/** Words common to such papers, made of the shipped examples and templates by scripts/make-common-words.mjs. */\nexport const commonWords: ReadonlySet<string> = new Set(\`\n${lines.join('\n')}\n\`.trim().split(/\\s+/u))\n`)
