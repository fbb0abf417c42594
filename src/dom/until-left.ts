/** Milliseconds to wait until the document is left: the target of a navigation may turn out to be a download. */
const PATIENCE = 5000;

/**
 * Starts a navigation, and waits for it.
 *
 * @param go starts it
 * @returns a promise that resolves when the document is left, or will not be left after all: because the user chose to
 *   stay, or the response is a file or empty
 */
export const untilLeft = (go: () => void): Promise<void> =>
	new Promise((resolve) => {
		const end = (): void => resolve();
		const { navigation } = window as { navigation?: EventTarget };
		addEventListener('pagehide', end, { once: true });
		// In browsers with this event it reports at once that the user stays. No event reports a file.
		navigation?.addEventListener('navigateerror', end, { once: true });
		setTimeout(end, PATIENCE);
		go();
	});
