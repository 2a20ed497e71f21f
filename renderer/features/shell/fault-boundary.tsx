import { Component, type ReactNode } from 'react'
import { Button, Result } from 'antd'
import { zh } from '../../text/zh.ts'

/** A fault of the page is shown with a way on; what was typed before it is saved or kept by autosave. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <Result status="warning" title={zh.faults.title} subTitle={zh.faults.body} extra={<Button type="primary" onClick={() => location.reload()}>{zh.faults.reload}</Button>} />
  }
}
