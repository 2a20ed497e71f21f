import type { AppInfo } from '../shell/use-file-export.tsx'

export function PackagesPane({ info: _info }: { readonly info: AppInfo }) {
  return null
}
