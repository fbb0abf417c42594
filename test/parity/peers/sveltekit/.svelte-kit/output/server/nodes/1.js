export const index = 1;
let component_cache;
export const component = async () =>
	(component_cache ??= (await import('../entries/fallbacks/error.svelte.js')).default);
export const imports = [
	'_app/immutable/nodes/1.MGhtb2xR.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js',
	'_app/immutable/chunks/DvdYInZO.js'
];
export const stylesheets = [];
export const fonts = [];
