const index = 0;
let component_cache;
const component = async () =>
	(component_cache ??= (await import('../entries/fallbacks/layout.svelte.js-BBNNEaE1.js')).default);
const imports = [
	'_app/immutable/nodes/0._aVR0_zP.js',
	'_app/immutable/chunks/xihTtKlq.js',
	'_app/immutable/chunks/B0FXfBf_.js'
];
const stylesheets = [];
const fonts = [];

export { component, fonts, imports, index, stylesheets };
//# sourceMappingURL=0.js-DdwSlffU.js.map
