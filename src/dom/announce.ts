import { doc } from './doc.ts';
import { say, topModal } from './live.ts';

let regions: HTMLElement[] = [];

/** Where everything is perceived. */
const topmost = (): Element => topModal() ?? doc.body;

const createRegion = (place: Element): HTMLElement => {
	const region = doc.createElement('div');
	region.ariaLive = 'assertive';
	region.style.cssText = 'position:fixed;clip-path:inset(50%)';
	place.append(region);
	regions.push(region);
	return region;
};

const regionIn = (place: Element): HTMLElement | undefined =>
	regions.find((region) => region.parentNode === place && !region.closest('[inert]'));

/** Creates the live region ahead of the first message. */
export const prepareAnnouncements = (): void => {
	const place = topmost();
	if (!regionIn(place)) createRegion(place);
};

/** Removes a message that is no longer true. */
export const clearAnnouncement = (): void => {
	for (const region of regions) say(region, '');
	regions = regions.filter((region) => region.isConnected);
};

/** Makes a screen reader say `message` once, even if it is the same as the last one. */
export const announce = (message: string): void => {
	clearAnnouncement();
	const place = topmost();
	const region = regionIn(place);
	say(region ?? createRegion(place), message, !region);
};
