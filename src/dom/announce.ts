/** How long a new region waits for its first text: one that comes with its text is often not read. In ms. */
const DELAY = 100;

let regions: HTMLElement[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Where everything is perceived: in the modal dialog on top, which makes all that is outside of it inert. */
const topmost = (): Element => {
	const modals = [...document.querySelectorAll('dialog:modal,[aria-modal=true]')].filter(
		(modal) => modal.checkVisibility?.() ?? true
	);
	const { activeElement } = document;
	return (
		modals.findLast((modal) => modal.contains(activeElement)) ?? modals.at(-1) ?? document.body
	);
};

const createRegion = (place: Element): HTMLElement => {
	const region = document.createElement('div');
	region.ariaLive = 'assertive';
	region.style.cssText = 'position:fixed;clip-path:inset(50%)';
	place.append(region);
	regions.push(region);
	return region;
};

const regionIn = (place: Element): HTMLElement | undefined =>
	regions.find((region) => region.parentNode === place && !region.closest('[inert]'));

/** Makes the place where messages are read out, ahead of the first one. */
export const prepareAnnouncements = (): void => {
	const place = topmost();
	if (!regionIn(place)) createRegion(place);
};

/** Takes back what was announced: it is not true any more. */
export const clearAnnouncement = (): void => {
	clearTimeout(waiting);
	regions = regions.filter((region) => region.isConnected);
	for (const region of regions) region.replaceChildren();
};

/** Has a screen reader say `message` once, also when it is the same as the last. */
export const announce = (message: string): void => {
	clearAnnouncement();
	const place = topmost();
	const region = regionIn(place);
	if (region) return region.replaceChildren(message);
	const added = createRegion(place);
	waiting = setTimeout(() => added.replaceChildren(message), DELAY);
};
