import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ hours: await (await fetch('/api')).json() });
