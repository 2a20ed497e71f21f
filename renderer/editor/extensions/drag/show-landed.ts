/** Shows for a moment where blocks came to lie. Drawn by the browser's own animation, so that nothing of the page changes. */
export function showLanded(elements: readonly HTMLElement[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  for (const element of elements.slice(0, 200)) {
    element.animate([{ backgroundColor: '#f6e3d3' }, { backgroundColor: 'transparent' }], { duration: 900, easing: 'ease-in' })
  }
}
