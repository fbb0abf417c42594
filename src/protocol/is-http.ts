/** Whether a URL may be navigated to or fetched: never `javascript:`, `data:` or the like. */
export const isHttp = (url: Pick<URL, 'protocol'>): boolean => /^https?:$/.test(url.protocol);
