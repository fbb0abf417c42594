import { tick } from 'svelte';
import { createFieldKeeper } from '../../../form/kept-fields.ts';
import { invalidateAll } from '../../../navigation.ts';

/** The needed part of Vite's `import.meta.hot`. */
interface Hot {
	on(event: string, listener: () => void): void;
	send(event: string): void;
}

const here = (): URL => new URL(location.href);

/**
 * Keeps the user's input when a component of the page is replaced, and reloads the page's data when a module of the
 * server changes. Only for development.
 *
 * @param hot `import.meta.hot` of the module that starts the app
 */
export const keepTyped = (hot: Hot): void => {
	const keeper = createFieldKeeper(here);
	hot.on('vite:beforeUpdate', () => void keeper.keep());
	hot.on('vite:afterUpdate', () => void tick().then(() => keeper.restore(here())));
	hot.on('softpost:server', () => void invalidateAll());
	// Asks the server for errors that happened while it made this page.
	hot.send('softpost:shown');
};
