/** Where things stand unless the writer says otherwise. The same answer for every host: one library, however it is opened. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const exportFolderName = '整稿导出'

/** The folder that holds the library, its backups and its logs. */
export function defaultDataFolder(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), '整稿')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', '整稿')
  const configured = environment['XDG_DATA_HOME']
  // The XDG rules: a relative path is invalid and counts as unset.
  const base = configured !== undefined && isAbsolute(configured) ? configured : join(homedir(), '.local', 'share')
  return join(base, 'zhenggao')
}

/** Where exports go: a folder of ours among the writer's documents. It is not created here. */
export function defaultExportFolder(): string {
  return join(documentsFolder(), exportFolderName)
}

function documentsFolder(): string {
  const configured = process.platform === 'win32' ? windowsDocuments() : process.platform === 'linux' ? xdgDocuments() : undefined
  if (configured !== undefined && existsSync(configured)) return configured
  const usual = ['Documents', '文档'].map((name) => join(homedir(), name)).find((folder) => existsSync(folder))
  return usual ?? homedir()
}

function xdgDocuments(): string | undefined {
  const answer = ask('xdg-user-dir', ['DOCUMENTS'])?.trim()
  // Where nothing is configured it names the home folder itself.
  return answer === undefined || answer === '' || answer === homedir() ? undefined : answer
}

// Offices often move the documents to another drive; only the registry knows.
function windowsDocuments(): string | undefined {
  const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders'
  const value = ask('reg.exe', ['query', key, '/v', 'Personal'])?.match(/REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m)?.[1]
  return value?.replace(/%([^%]+)%/g, (whole, name: string) => process.env[name] ?? whole)
}

function ask(command: string, parameters: readonly string[]): string | undefined {
  try {
    return execFileSync(command, parameters, { encoding: 'utf8', timeout: 2000, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true })
  } catch {
    return undefined
  }
}
