import './client/no-code-from-strings.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App as AntdApp, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { App } from './features/shell/app.tsx'
import { FaultBoundary } from './features/shell/fault-boundary.tsx'
import { antdTheme } from './theme/antd-theme.ts'
import './theme/global.css'

dayjs.locale('zh-cn')

/** Whoever asked the system for less motion gets none: dialogues and menus are there at once. */
const theme = { ...antdTheme, token: { ...antdTheme.token, motion: !matchMedia('(prefers-reduced-motion: reduce)').matches } }

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <ConfigProvider locale={chinese} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <AntdApp component={false} message={{ top: 5 }} notification={{ placement: 'bottomRight' }}>
        <FaultBoundary><App /></FaultBoundary>
      </AntdApp>
    </ConfigProvider>
  </StrictMode>,
)
