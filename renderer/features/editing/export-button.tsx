import { Button } from 'antd'
import { call } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'
import { useFileExport, type AppInfo } from '../shell/use-file-export.tsx'

interface ExportButtonProps extends Pick<AppInfo, 'host' | 'canChoosePath'> {
  readonly draftId: string
  readonly flush: () => Promise<boolean>
}

export function ExportButton({ draftId, flush, ...info }: ExportButtonProps) {
  const { busy, run } = useFileExport(info)
  const start = () => run({
    done: zh.exporting.done,
    write: async (target, ifExists, layout) => {
      await flush()
      return call('exports.word', { draftId, ...layout, target, ifExists })
    },
    content: (layout) => call('exports.content', { draftId, ...layout }),
  })
  return <Button type="primary" loading={busy} onClick={() => void start()}>{busy ? zh.exporting.working : zh.editing.exportWord}</Button>
}
