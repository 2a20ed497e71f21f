/** Sizes of the screen's text. More than these and a page of 28 characters no longer fits a 1366-pixel screen. */
export const zoomSteps = [1, 1.1, 1.25] as const
export type ZoomStep = (typeof zoomSteps)[number]

/** The step nearest to any factor that was remembered. */
export function toZoomStep(factor: number): ZoomStep {
  return zoomSteps.reduce((best, step) => (Math.abs(step - factor) < Math.abs(best - factor) ? step : best), zoomSteps[0])
}

export function nextZoomStep(current: number, direction: 'in' | 'out'): ZoomStep {
  const index = zoomSteps.indexOf(toZoomStep(current)) + (direction === 'in' ? 1 : -1)
  return zoomSteps[Math.min(Math.max(index, 0), zoomSteps.length - 1)] ?? 1
}
