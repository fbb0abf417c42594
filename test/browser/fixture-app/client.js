import { fromFiles, start } from 'softpost/svelte';

const hooks = import.meta.glob('/{transport,hooks.client}.js', { eager: true });

// For tests that take the app down again.
globalThis.app = await start({
	routes: fromFiles(import.meta.glob(['/routes/**/+*.svelte', '/routes/**/+{page,layout}.js'])),
	...Object.assign({}, ...Object.values(hooks))
});
// Tests wait for this: before it, a click is the browser's own.
document.documentElement.dataset.started = '';
