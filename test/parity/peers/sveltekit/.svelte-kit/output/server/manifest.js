export const manifest = (() => {
	function __memo(fn) {
		let value;
		return () => (value ??= value = fn());
	}

	return {
		appDir: '_app',
		appPath: '_app',
		assets: new Set([]),
		mimeTypes: {},
		_: {
			client: {
				start: '_app/immutable/entry/start.ALNaB4UB.js',
				app: '_app/immutable/entry/app.DLwh8C7G.js',
				imports: [
					'_app/immutable/entry/start.ALNaB4UB.js',
					'_app/immutable/chunks/DvdYInZO.js',
					'_app/immutable/chunks/B0FXfBf_.js',
					'_app/immutable/entry/app.DLwh8C7G.js',
					'_app/immutable/chunks/B0FXfBf_.js',
					'_app/immutable/chunks/xihTtKlq.js'
				],
				stylesheets: [],
				fonts: [],
				uses_env_dynamic_public: false
			},
			nodes: [
				__memo(() => import('./nodes/0.js')),
				__memo(() => import('./nodes/1.js')),
				__memo(() => import('./nodes/2.js'))
			],
			remotes: {},
			routes: [
				{
					id: '/[run]/page',
					pattern: /^\/([^/]+?)\/page\/?$/,
					params: [{ name: 'run', optional: false, rest: false, chained: false }],
					page: { layouts: [0], errors: [1], leaf: 2 },
					endpoint: null
				}
			],
			prerendered_routes: new Set([]),
			matchers: async () => {
				return {};
			},
			server_assets: {}
		}
	};
})();
