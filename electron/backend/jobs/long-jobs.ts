/** Works of many steps that the writer can stop between steps; a single task in a thread is stopped by the pool itself. */
export interface LongJobs {
  /** @returns what the work is to look at, and how to say that it ended. */
  readonly begin: (jobId: string) => { readonly signal: AbortSignal; readonly end: () => void }
  readonly cancel: (jobId: string) => void
  readonly cancelAll: () => void
}

export function createLongJobs(): LongJobs {
  const running = new Map<string, AbortController>()
  return {
    begin: (jobId) => {
      const controller = new AbortController()
      running.set(jobId, controller)
      return { signal: controller.signal, end: () => { if (running.get(jobId) === controller) running.delete(jobId) } }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
    cancelAll: () => { for (const controller of running.values()) controller.abort() },
  }
}
