/** The review of what leaves on a page of its own, over the real back end: what the dialogue of packages shows inside it. */
import { createRoot } from 'react-dom/client'
import { App as AntdApp, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { LeavingReview, type LeavingContent } from '../../../renderer/features/deidentify/leaving-review.tsx'
import { antdTheme } from '../../../renderer/theme/antd-theme.ts'
import '../../../renderer/theme/global.css'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const contents = JSON.parse(decodeURIComponent(location.hash.slice(1) || '[]')) as readonly LeavingContent[]
const say = (what: string) => { document.title = what }

createRoot(document.querySelector('#root')!).render(
  <ConfigProvider locale={chinese} theme={antdTheme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
    <AntdApp component={false}>
      <main style={{ width: 760, margin: '24px auto', background: '#fff', padding: 20 }}>
        <LeavingReview contents={contents} onDone={(reviews) => say(`done ${JSON.stringify(reviews)}`)} onCancel={() => say('cancelled')} onEdit={({ kind, id }) => say(`edit ${kind} ${id}`)} />
      </main>
    </AntdApp>
  </ConfigProvider>,
)
