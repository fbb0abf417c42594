// ../node_modules/@sveltejs/kit/src/runtime/app/paths/internal/server.js
var base = '';
var assets = base;
var app_dir = '_app';
var initial = {
	base,
	assets
};
function reset() {
	base = initial.base;
	assets = initial.assets;
}

export { assets as a, base as b, app_dir as c, reset as r };
//# sourceMappingURL=internal.js-Di9lMl0f.js.map
