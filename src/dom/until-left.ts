/** How long a document waits for being left, in ms: where a navigation leads to may turn out to be a download. */
const PATIENCE = 5000;

/**
 * Begins a navigation, and waits for it.
 *
 * @param go begins it
 * @returns a promise that resolves when the document is left, or when that is no longer to be expected: `beforeunload`
 *   was answered "stay", or the URL answers with a file or with nothing
 */
export const untilLeft = (go: () => void): Promise<void> =>
	new Promise((resolve) => {
		const end = (): void => resolve();
		const { navigation } = window as { navigation?: EventTarget };
		addEventListener('pagehide', end, { once: true });
		// Tells of "stay" at once, where the browser has it; of files nothing tells.
		navigation?.addEventListener('navigateerror', end, { once: true });
		setTimeout(end, PATIENCE);
		go();
	});
