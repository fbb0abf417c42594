import type { FieldKeeper } from '../navigation/host.ts';
import { settled } from './settled.ts';

/** The needed part of Vite's `import.meta.hot`. */
export interface Hot {
	on(event: string, listener: () => void): void;
}

/**
 * Keeps the user's input when a component of the page is replaced. Only for development.
 *
 * @param hot  `import.meta.hot` of a module of the app
 * @param here returns the URL of the page that is shown
 */
export const keepOverUpdates = (hot: Hot, keeper: FieldKeeper, here: () => URL): void => {
	hot.on('vite:beforeUpdate', () => void keeper.keep());
	hot.on('vite:afterUpdate', () => void settled().then(() => keeper.restore(here())));
};
