/** Names of the two messages between the page and the main process. The preload script bundles them, so nothing else stands here. */
export const callChannel = 'zhenggao:call'
export const eventChannel = 'zhenggao:event'
