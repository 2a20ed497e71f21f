/** Licence texts of the packages whose code a bundle holds: most of them ask to travel with every copy. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const licenceFile = 'third-party-licences.txt'

/** Folder of the package a bundled file belongs to; undefined for our own code. */
function packageFolder(module) {
  const path = module.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}

function describe(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file)).sort()
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  const title = `${name} ${version}${typeof license === 'string' ? ` (${license})` : ''}`
  // Some packages name their licence without its text.
  return { title, texts: texts.length > 0 ? texts : [`Copyright ${typeof author === 'string' ? author : (author?.name ?? name)}`] }
}

/** @param results what the bundler made, one or several times. */
export function writeLicences(outDir, results) {
  const outputs = results.flat(2).flatMap((result) => result.output)
  const modules = outputs.flatMap((output) => (output.type === 'chunk' ? output.moduleIds : (output.originalFileNames ?? [])))
  const folders = [...new Set(modules.flatMap((module) => packageFolder(module) ?? []))].filter((folder) => existsSync(join(folder, 'package.json')))
  const packages = folders.map(describe).sort((a, b) => (a.title < b.title ? -1 : 1))
  if (packages.length === 0) throw new Error('no package was found in what was bundled')
  writeFileSync(join(outDir, licenceFile), packages.map(({ title, texts }) => [title, '-'.repeat(title.length), ...texts].join('\n\n')).join('\n\n\n') + '\n')
}
