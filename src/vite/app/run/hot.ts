import { tick } from 'svelte';
import { createFieldKeeper } from '../../../form/kept-fields.ts';
import { invalidateAll } from '../../../navigation.ts';

/** Vite's `import.meta.hot`, as far as it is needed. */
interface Hot {
	on(event: string, listener: () => void): void;
	send(event: string): void;
}

const here = (): URL => new URL(location.href);

/**
 * Keeps what is typed in the forms of the page when one of its components is replaced, and asks for the page's data
 * again when a module of the server has changed. For development alone.
 *
 * @param hot `import.meta.hot` of the module that starts the app
 */
export const keepTyped = (hot: Hot): void => {
	const keeper = createFieldKeeper(here);
	hot.on('vite:beforeUpdate', () => void keeper.keep());
	hot.on('vite:afterUpdate', () => void tick().then(() => keeper.restore(here())));
	hot.on('softpost:server', () => void invalidateAll());
	// The server tells what went wrong while it made this page.
	hot.send('softpost:shown');
};
