import { useEffect, useState } from 'react'
import { subscribe } from '../../client/client.ts'

/** How far the job is, 0 to 1. */
export function useJobProgress(jobId: string | undefined): number {
  const [done, setDone] = useState(0)
  useEffect(() => {
    setDone(0)
    return subscribe((event) => { if (event.type === 'job-progress' && event.jobId === jobId) setDone(event.done) })
  }, [jobId])
  return done
}
