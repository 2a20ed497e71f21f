import type { AppInfo } from '../shell/use-file-export.tsx'

export function CollectPane({ info: _info }: { readonly info: AppInfo }) {
  return null
}
