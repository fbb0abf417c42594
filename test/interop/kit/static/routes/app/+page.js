/** Served by the fallback page. */
export const prerender = false;
export const ssr = false;
