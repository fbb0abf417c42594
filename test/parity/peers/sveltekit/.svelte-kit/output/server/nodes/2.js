import * as server from '../entries/pages/_run_/page/_page.server.js';

export const index = 2;
let component_cache;
export const component = async () =>
	(component_cache ??= (await import('../entries/pages/_run_/page/_page.svelte.js')).default);
export { server };
export const server_id = 'src/routes/[run]/page/+page.server.js';
export const imports = [
	'_app/immutable/nodes/2.CUHiB4cs.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js',
	'_app/immutable/chunks/DvdYInZO.js'
];
export const stylesheets = [];
export const fonts = [];
