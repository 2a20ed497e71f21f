/** What lies open over the editing screen. Esc closes the uppermost of it before it means anything else. */
const layers = [
  '.ant-modal-wrap:not([style*="display: none"])', '.block-menu', '.find-panel', '.style-panel',
  '.ant-popover:not(.ant-popover-hidden)', '.ant-dropdown:not(.ant-dropdown-hidden)', '.ant-select-dropdown:not(.ant-select-dropdown-hidden)', '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
]

/** @param own a layer that asks for itself and does not count. */
export function isLayerOpen(own?: string): boolean {
  return layers.some((layer) => layer !== own && document.querySelector(layer) !== null)
}
