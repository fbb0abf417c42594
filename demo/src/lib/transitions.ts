import { onNavigate } from '$app/navigation';

const isNotes = (url: URL | undefined): boolean => !!url?.pathname.startsWith('/notes');

/** Fades from the list to a note and back, where the browser can and the user has not asked for less motion. */
export const fadeBetweenNotes = (): void => {
	onNavigate(({ from, to, complete }) => {
		const moved = from?.url.pathname !== to?.url.pathname;
		const wanted = !matchMedia('(prefers-reduced-motion: reduce)').matches;
		if (!moved || !wanted || !isNotes(from?.url) || !isNotes(to?.url)) return;
		if (!document.startViewTransition) return;
		return new Promise<void>((resolve) => {
			document.startViewTransition(async () => {
				resolve();
				await complete;
			});
		});
	});
};
