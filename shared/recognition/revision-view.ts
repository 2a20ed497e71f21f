/** Which text of a file with tracked changes is meant: as they are accepted, or as it was before them. */
export const revisionViews = ['accepted', 'original'] as const
export type RevisionView = (typeof revisionViews)[number]
