const index = 1;
let component_cache;
const component = async () =>
	(component_cache ??= (await import('../entries/fallbacks/error.svelte.js-CQ4tKG7A.js')).default);
const imports = [
	'_app/immutable/nodes/1.MGhtb2xR.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js',
	'_app/immutable/chunks/DvdYInZO.js'
];
const stylesheets = [];
const fonts = [];

export { component, fonts, imports, index, stylesheets };
//# sourceMappingURL=1.js-Dv3ctsdq.js.map
