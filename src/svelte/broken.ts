import type { FieldKeeper } from '../navigation/host.ts';
import { settled } from './settled.ts';

/** Handles errors during rendering, from the error to the boundary that replaces the failed part. */
export interface Broken {
	/**
	 * The `onerror` of the boundary at a level. Svelte reads it while the failed part, with the user's input, is still in
	 * the document, and calls it after removing that part.
	 *
	 * @param elements the forms and controls of the page, if the part has been removed already
	 */
	at(level: number, elements?: Iterable<Element>): (thrown: unknown, reset: () => void) => void;
	/** Resolves when the document shows the page state, or the boundary for the failed part. */
	settled(): Promise<void>;
	/** Call it when another page is shown. */
	reset(): void;
}

/**
 * @param fields       keeps the user's input
 * @param showBoundary makes the level render a boundary
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
		at(level, elements) {
			isBroken = true;
			fields.keep(elements);
			return (thrown, render) => void (standIn = replace(thrown, level, render));
		},
		async settled() {
			await settled();
			if (!isBroken) return;
			// Svelte reports an error in a microtask, or never, if the surrounding part fails too.
			await new Promise((resolve) => setTimeout(resolve));
			// The boundary's code may have to be loaded, and the boundary itself may fail.
			for (let waited; waited !== standIn; await settled()) await (waited = standIn);
		},
		reset() {
			isBroken = false;
		}
	};
};
