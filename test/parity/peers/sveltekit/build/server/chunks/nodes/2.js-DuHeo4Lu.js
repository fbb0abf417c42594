export { _ as server } from '../entries/pages/_run_/page/_page.server.js-CZAQBjkw.js';

const index = 2;
let component_cache;
const component = async () =>
	(component_cache ??= (await import('../entries/pages/_run_/page/_page.svelte.js-Dh8mcn7k.js'))
		.default);
const server_id = 'src/routes/[run]/page/+page.server.js';
const imports = [
	'_app/immutable/nodes/2.CUHiB4cs.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js',
	'_app/immutable/chunks/DvdYInZO.js'
];
const stylesheets = [];
const fonts = [];

export { component, fonts, imports, index, server_id, stylesheets };
//# sourceMappingURL=2.js-DuHeo4Lu.js.map
