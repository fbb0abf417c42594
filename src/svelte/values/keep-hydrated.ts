import { writtenOn } from './secret.ts';

/**
 * Keeps the values that Svelte's templates write during hydration. Svelte then removes the `value` and `checked`
 * attributes, and records their absence as the last written value: the next change of the same template would write
 * the server's value again, over text that the user has typed in the meantime.
 *
 * @param controls the controls that were hydrated
 * @returns a function to call once the attributes are removed
 */
export const keepHydrated = (controls: Iterable<Element>): (() => void) => {
	const kept = Array.from(controls, (control) => ({ control, ...writtenOn(control) }));
	return () => {
		for (const { control, value, checked } of kept) {
			const written = writtenOn(control);
			if (written?.value === null) written.value = value;
			if (written?.checked === null) written.checked = checked;
		}
	};
};
