const HIDDEN =
	'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

let region: HTMLElement | undefined;

/**
 * Has a screen reader say `message` once, also when it is the same as the last.
 * The region is made on first use and stays, because one that comes with its text is often not read.
 */
export const announce = (message: string): void => {
	if (!region?.isConnected) {
		region = document.createElement('div');
		region.setAttribute('aria-live', 'assertive');
		region.setAttribute('aria-atomic', 'true');
		region.style.cssText = HIDDEN;
		document.body.append(region);
	}
	region.textContent = region.textContent === message ? `${message}\u00A0` : message;
};
