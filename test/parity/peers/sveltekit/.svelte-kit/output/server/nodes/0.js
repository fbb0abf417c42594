export const index = 0;
let component_cache;
export const component = async () =>
	(component_cache ??= (await import('../entries/fallbacks/layout.svelte.js')).default);
export const imports = [
	'_app/immutable/nodes/0._aVR0_zP.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js'
];
export const stylesheets = [];
export const fonts = [];
