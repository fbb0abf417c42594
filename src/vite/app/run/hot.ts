import { createFieldKeeper } from '../../../form/kept-fields.ts';
import { invalidateAll } from '../../../navigation.ts';
import { keepOverUpdates, type Hot } from '../../../svelte/hot-fields.ts';

const here = (): URL => new URL(location.href);

/**
 * Keeps the user's input when a component of the page is replaced, and reloads the page's data when a module of the
 * server changes. Only for development.
 *
 * @param hot `import.meta.hot` of the module that starts the app
 */
export const keepTyped = (hot: Hot & { send(event: string): void }): void => {
	keepOverUpdates(hot, createFieldKeeper(here), here);
	hot.on('softpost:server', () => void invalidateAll());
	// Asks the server for errors that happened while it made this page.
	hot.send('softpost:shown');
};
