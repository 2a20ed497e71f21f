import type { AppInfo } from '../shell/use-file-export.tsx'

export function DeidentifyScreen({ info: _info, draftId: _draftId }: { readonly info: AppInfo; readonly draftId: string }) {
  return null
}
