import type { FieldKeeper } from '../navigation/host.ts';
import { settled } from './settled.ts';

/** Follows what fails while it is rendered, from the error to the boundary that stands in for it. */
export interface Broken {
	/**
	 * The `onerror` of the boundary at a level. Svelte reads it while what failed is still in the document, with
	 * what is typed in it, and calls it when that is gone.
	 */
	at(level: number): (thrown: unknown, reset: () => void) => void;
	/** Resolves when the document shows page state, or the boundary of what failed. */
	settled(): Promise<void>;
	/** Call it when something else is shown. */
	reset(): void;
}

/**
 * @param fields       keep what users have typed
 * @param showBoundary makes a boundary what the level renders next
 */
export const createBroken = (
	fields: FieldKeeper,
	showBoundary: (thrown: unknown, level: number) => Promise<void>
): Broken => {
	let isBroken = false;
	let standIn: Promise<void> | undefined;
	const replace = async (thrown: unknown, level: number, render: () => void): Promise<void> => {
		console.error(thrown);
		await showBoundary(thrown, level);
		render();
	};
	return {
		at(level) {
			isBroken = true;
			fields.keep();
			return (thrown, render) => void (standIn = replace(thrown, level, render));
		},
		async settled() {
			await settled();
			if (!isBroken) return;
			// Svelte tells of an error in a microtask, and not at all where what is around it fails, too.
			await new Promise((resolve) => setTimeout(resolve));
			// The boundary's code may have to be fetched, and a boundary may fail as well.
			for (let waited; waited !== standIn; await settled()) await (waited = standIn);
		},
		reset() {
			isBroken = false;
		}
	};
};
