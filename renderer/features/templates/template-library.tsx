import type { AppInfo } from '../shell/use-file-export.tsx'

export function TemplateLibrary({ info: _info }: { readonly info: AppInfo }) {
  return null
}
