/** Programs on this machine that save a .doc as .docx, and how each is asked. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isExecutable, programPaths } from '../../files/find-program.ts'
import { officeProcessFile } from '../../jobs/held.ts'
import { windowsScript } from './windows-script.ts'

export type ConverterKind = 'libreoffice' | 'windows-office'

export interface Converter {
  readonly kind: ConverterKind
  readonly command: string
}

/** Files of one conversion, all in a folder of its own. */
export interface Places {
  readonly folder: string
  readonly source: string
  readonly target: string
}

export interface ConverterCall {
  readonly args: readonly string[]
  /** Files to be written beforehand, by path. */
  readonly files: Readonly<Record<string, string>>
}

/** No macros, no links followed, no questions, nothing fetched. */
const libreOfficeSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`

export const nameFile = 'program.txt'

/** What to start and what to write first. */
export function converterCall({ kind }: Converter, { folder, source, target }: Places): ConverterCall {
  if (kind === 'libreoffice') {
    const profile = join(folder, 'profile')
    return {
      args: [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--invisible', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard',
        '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), source],
      files: { [join(profile, 'user', 'registrymodifications.xcu')]: libreOfficeSettings },
    }
  }
  const script = join(folder, 'convert.ps1')
  return {
    args: ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-WindowStyle', 'Hidden', '-File', script,
      '-Source', source, '-Target', target, '-ProcessFile', join(folder, officeProcessFile), '-NameFile', join(folder, nameFile)],
    // Windows PowerShell takes a script without a mark for the local code page.
    files: { [script]: `\ufeff${windowsScript}` },
  }
}

function subfolders(folder: string, name: RegExp): string[] {
  try {
    return readdirSync(folder).filter((one) => name.test(one)).sort().reverse().map((one) => join(folder, one))
  } catch {
    return []
  }
}

/**
 * Converters in the order they are tried. WPS for Linux has no command to convert with.
 * @param environment PATH and the places of programs.
 */
export function findConverters(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): Converter[] {
  if (platform === 'win32') {
    const shell = join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    const offices = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => environment[name] ?? []).map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.exe')).filter((path) => existsSync(path))
    return [...(existsSync(shell) ? [{ kind: 'windows-office', command: shell } as const] : []), ...offices.slice(0, 1).map((command) => ({ kind: 'libreoffice', command }) as const)]
  }
  const usual = [
    '/usr/lib/libreoffice/program/soffice', '/usr/lib64/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ...subfolders('/opt', /^libreoffice/i).map((folder) => join(folder, 'program', 'soffice')),
  ]
  const command = [...programPaths(['soffice', 'libreoffice'], environment), ...usual].find(isExecutable)
  return command === undefined ? [] : [{ kind: 'libreoffice', command }]
}
