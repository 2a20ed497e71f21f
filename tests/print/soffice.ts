/**
 * LibreOffice, started as seldom as can be: a start costs seconds, so files go through it many at a time, and the profile
 * and the font cache that it makes at its first start serve every start of a test file. Fonts of official papers are not
 * installed here: a private font configuration puts faces of full width in their place, or LibreOffice would choose by itself.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'

function found(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const missing = ['soffice', 'pdftotext', 'pdffonts', 'fc-match'].filter((command) => !found(command))

/** Undefined where everything needed is there. */
export const whyNot = missing.length === 0 ? undefined : `missing here: ${missing.join(', ')}`

function hasCalc(): boolean {
  const program = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim()
  return existsSync(join(dirname(realpathSync(program)), 'libsclo.so'))
}

/** The same for spreadsheets, which are a package of their own. */
export const whyNoSheets = whyNot ?? (hasCalc() ? undefined : 'missing here: libreoffice-calc')

const serif = 'Noto Serif CJK SC'
const sans = 'Noto Sans CJK SC'
export type Faces = Readonly<Record<string, string>>

/** Full width for everything Chinese, half for digits: what most tests need. */
export const usualFaces: Faces = { '仿宋_GB2312': serif, '仿宋': serif, '楷体_GB2312': serif, '宋体': serif, '方正小标宋简体': serif, 'Times New Roman': serif, '黑体': sans }

const mono = 'Noto Sans Mono CJK SC'

/** Widths as the target machines have them: Chinese signs a whole character, ASCII half a one, Times New Roman its own. */
export const targetFaces: Faces = { '仿宋_GB2312': mono, '仿宋': mono, '楷体_GB2312': mono, '宋体': mono, '方正小标宋简体': mono, '黑体': mono, 'Times New Roman': 'Liberation Serif' }

/** The faces themselves have to be here: another one of full width would have other dashes. */
export const whyNoTargetFaces = whyNot ?? ([mono, 'Liberation Serif'].every((name) => execFileSync('fc-match', ['-f', '%{family}', name], { encoding: 'utf8' }).includes(name))
  ? undefined : 'missing here: fonts-noto-cjk, fonts-liberation')

let own: string | undefined

/** For the profile, font configurations and files of this process; goes with it. */
function ownFolder(): string {
  if (own !== undefined) return own
  const made = mkdtempSync(join(tmpdir(), 'zhenggao-print-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true, maxRetries: 3 }))
  return (own = made)
}

let count = 0

/** A fresh folder, away with the process. */
export function newFolder(): string {
  const folder = join(ownFolder(), String((count += 1)))
  mkdirSync(folder)
  return folder
}

const configurations = new Map<Faces, string>()

/** @returns the path of a font configuration with these faces in the place of those that are not here, and no others. */
function fontConfiguration(faces: Faces): string {
  const known = configurations.get(faces)
  if (known !== undefined) return known
  const files = [...new Set(Object.values(faces))].map((name) => execFileSync('fc-match', ['-f', '%{file}', name], { encoding: 'utf8' }))
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const match = ([name, face]: readonly [string, string]) =>
    `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`
  const path = join(ownFolder(), `fonts-${configurations.size}.conf`)
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${join(ownFolder(), 'font-cache')}</cachedir>${Object.entries(faces).map(match).join('')}</fontconfig>`)
  configurations.set(faces, path)
  return path
}

const stemOf = (name: string) => name.slice(0, name.length - extname(name).length)

/**
 * Files opened and saved in another format, all through one start.
 * @param files by name with extension. @param filter LibreOffice's own: extension, colon, name.
 * @param keep a folder that files and what came of them are left in.
 * @returns what came of each, by the same names; none for what LibreOffice could not open.
 */
export function convertAll(files: Readonly<Record<string, Uint8Array>>, filter: string, faces?: Faces, keep?: string): Record<string, Uint8Array> {
  const [from, to] = [keep ?? newFolder(), keep ?? newFolder()]
  mkdirSync(from, { recursive: true })
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(from, name), bytes)
    return join(from, name)
  })
  execFileSync('soffice', [`-env:UserInstallation=file://${join(ownFolder(), 'profile')}`, '--headless', '--convert-to', filter, '--outdir', to, ...paths],
    { env: { ...process.env, ...(faces === undefined ? {} : { FONTCONFIG_FILE: fontConfiguration(faces) }) }, stdio: 'ignore', timeout: 240_000 })
  const extension = filter.split(':')[0]!
  return Object.fromEntries(Object.keys(files).flatMap((name) => {
    const path = join(to, `${stemOf(name)}.${extension}`)
    return existsSync(path) ? [[name, new Uint8Array(readFileSync(path))]] : []
  }))
}
