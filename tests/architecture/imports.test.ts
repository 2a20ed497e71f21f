/** The boundaries of architecture.md, read from the imports themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../support/test-backend.ts'

interface SourceFile {
  /** Path from the project's folder. */
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function filesIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { withFileTypes: true }).filter((entry) => entry.name !== 'vite.config.ts').flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : /\.(?:ts|tsx)$/.test(entry.name) ? [join(folder, entry.name)] : [])
}

function read(path: string): SourceFile {
  const text = readFileSync(join(projectFolder, path), 'utf8')
  return { path, text, imports: [...text.matchAll(importPattern)].map((match) => (match[1] ?? match[2] ?? match[3])!) }
}

const sources = ['shared', 'electron', 'renderer'].flatMap(filesIn).map(read)

/** Where an import leads: a path from the project's folder, or the name of a package. */
function target(file: SourceFile, specifier: string): string {
  return specifier.startsWith('.') ? relative(projectFolder, resolve(projectFolder, dirname(file.path), specifier)) : specifier
}

const inFolder = (path: string, folder: string) => path.startsWith(`${folder}/`)
const isOwn = (path: string) => /^(?:shared|electron|renderer|tests|scripts)\//.test(path)

/** Every import of a file that the rule does not allow, as a line that says what to do. */
function violations(folder: string, allowed: (path: string, file: SourceFile) => boolean, advice: string): string[] {
  return sources.filter((file) => inFolder(file.path, folder)).flatMap((file) =>
    file.imports.map((specifier) => target(file, specifier)).filter((path) => !allowed(path, file)).map((path) => `${file.path} imports ${path}: ${advice}`))
}

describe('import rules', () => {
  it('reads the imports it judges', () => {
    expect(sources.length).toBeGreaterThan(120)
    expect(sources.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(500)
  })
  it('shared imports nothing of ours but shared, and no I/O', () => {
    expect(violations('shared', (path) => (isOwn(path) ? inFolder(path, 'shared') : path === 'zod' || path === 'diff'), 'shared is the pure core; pass what it needs in')).toEqual([])
  })
  it('renderer imports shared and itself, never electron or node', () => {
    expect(violations('renderer', (path) => (isOwn(path) ? inFolder(path, 'shared') || inFolder(path, 'renderer') : !/^(?:node:|electron$|better-sqlite3)/.test(path)), 'ask the back end through the contract (renderer/client)')).toEqual([])
  })
  it('electron imports shared and itself, never renderer', () => {
    expect(violations('electron', (path) => !isOwn(path) || inFolder(path, 'shared') || inFolder(path, 'electron'), 'move what both need to shared')).toEqual([])
  })
  it('the back end imports no host, no electron and no http', () => {
    const hosts = /^electron\/(?:desktop|local-host|command-line)\//
    expect(violations('electron/backend', (path) => !hosts.test(path) && !/^(?:electron$|node:https?$|node:net$|node:dgram$|node:tls$)/.test(path), 'what differs per host goes through ports.ts')).toEqual([])
  })
  it('hosts import the back end and never each other', () => {
    const names = ['desktop', 'local-host', 'command-line']
    for (const name of names) {
      const others = names.filter((other) => other !== name)
      expect(violations(`electron/${name}`, (path) => !others.some((other) => inFolder(path, `electron/${other}`)), 'put what two hosts share into the back end')).toEqual([])
    }
  })
  it('only the desktop imports electron, only the local host node:http', () => {
    for (const file of sources) {
      const targets = file.imports.map((specifier) => target(file, specifier))
      if (targets.includes('electron')) expect(file.path).toMatch(/^electron\/desktop\//)
      if (targets.includes('node:http')) expect(file.path).toMatch(/^electron\/local-host\//)
    }
  })
  it('nothing opens a connection to anywhere else', () => {
    for (const file of sources) for (const specifier of file.imports) expect(specifier, file.path).not.toMatch(/^(?:node:https|node:dgram|axios|undici|got|ws)$/)
  })
})

describe('style', () => {
  it('has no any, no enum, no default export and no class without a life', () => {
    const found = sources.flatMap((file) => {
      const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
      return [
        ...(/(?<![\w.$])(?:as|:|<)\s*any\b/.test(code) ? [`${file.path}: any`] : []),
        ...(/(?:^|\n)\s*(?:export\s+)?(?:const\s+)?enum\s/.test(code) ? [`${file.path}: enum`] : []),
        ...(/(?:^|\n)\s*export default\b/.test(code) ? [`${file.path}: default export`] : []),
      ]
    })
    expect(found).toEqual([])
  })
  it('names files in kebab-case', () => {
    expect(sources.map((file) => file.path).filter((path) => !/^(?:[a-z0-9.-]+\/)*[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(path))).toEqual([])
  })
  it('keeps files short enough to be one idea each', () => {
    expect(sources.filter((file) => file.text.split('\n').length > 300).map((file) => file.path)).toEqual([])
  })
  it('keeps the Chinese of the screens in renderer/text', () => {
    const found = sources.filter((file) => inFolder(file.path, 'renderer') && !inFolder(file.path, 'renderer/text')).flatMap((file) => {
      const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
      return /[\u4e00-\u9fff]/.test(code) ? [file.path] : []
    })
    expect(found).toEqual([])
  })
})

describe('packages', () => {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  it('are pinned exactly', () => {
    for (const [name, version] of Object.entries(all)) expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
  })
  it('have one version for all of Lexical', () => {
    expect(new Set(Object.entries(all).filter(([name]) => /^(?:@lexical\/|lexical$)/.test(name)).map(([, version]) => version)).size).toBe(1)
  })
  it('lock no registry host and no path of a machine', () => {
    const lock = readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')
    expect(lock).not.toMatch(/"resolved"|https?:\/\/registry|\/home\/|\/root\//)
  })
})
