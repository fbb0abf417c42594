let region: HTMLElement | undefined;

/**
 * Has a screen reader say `message` once, also when it is the same as the last.
 * The region stays, because one that comes with its text is often not read.
 */
export const announce = (message: string): void => {
	if (!region?.isConnected) {
		region = document.createElement('div');
		region.ariaLive = 'assertive';
		region.style.cssText = 'position:fixed;clip-path:inset(50%)';
		document.body.append(region);
	}
	region.replaceChildren(message);
};
