import { listen } from '../../dom/listen.ts';
import { afterNavigate } from '../hooks.ts';
import { leadsInto, linkOf } from '../links.ts';
import type { Navigator } from '../navigator.ts';

/** When a link is loaded ahead, from late to early. */
const EAGERNESS = ['tap', 'hover', 'viewport', 'eager'] as const;

type When = (typeof EAGERNESS)[number];

/** How long the pointer rests on a link that is loaded ahead, in ms: it crosses many on its way. */
const REST = 20;

/** What an attribute of a link, or of its nearest ancestor that has it, asks for; `-1` for nothing. */
const eagerness = (link: Element, name: 'data' | 'code'): number => {
	const [kits, ours] = [`data-sveltekit-preload-${name}`, `data-softpost-preload-${name}`] as const;
	const holder = link.closest(`[${kits}],[${ours}]`);
	const value = holder && (holder.getAttribute(kits) ?? holder.getAttribute(ours));
	// The attribute alone means what it mostly has.
	return value === '' || value === 'true'
		? EAGERNESS.indexOf('hover')
		: EAGERNESS.indexOf(value as When);
};

type Preloading = Required<Pick<Navigator, 'preload' | 'preloadCode'>>;

/** What is loaded ahead of a link that is never followed is no one's matter. */
const unseen = (loading: Promise<unknown>): void => void loading.catch(() => {});

const createPreload = ({
	preload,
	preloadCode
}: Preloading): ((link: HTMLAnchorElement, when: When) => void) => {
	const done = new WeakMap<HTMLAnchorElement, string>();
	return (link, when) => {
		const at = EAGERNESS.indexOf(when);
		if (!link.href || !leadsInto(link)) return;
		const url = new URL(link.href);
		const wantsData = at < 2 && eagerness(link, 'data') >= at;
		if (!wantsData && eagerness(link, 'code') < at) return;
		// A page is loaded ahead again when the pointer comes back: what was loaded may be old, and is used if it is not.
		if (wantsData) return unseen(preload(url));
		if (done.get(link) === link.href) return;
		done.set(link, link.href);
		unseen(preloadCode(url));
	};
};

/**
 * Loads pages, or their code, ahead of the links that ask for it by `data-sveltekit-preload-data` and `-preload-code`.
 *
 * @returns the undo
 */
export const preloadLinks = (navigator: Preloading): (() => void) => {
	const preload = createPreload(navigator);
	let last: HTMLAnchorElement | undefined;
	let resting: ReturnType<typeof setTimeout> | undefined;
	const onMove = (event: Event): void => {
		const link = linkOf(event);
		if (link === last) return;
		last = link;
		clearTimeout(resting);
		if (link) resting = setTimeout(() => preload(link, 'hover'), REST);
	};
	const onTap = (event: Event): void => {
		// The click that follows would be overtaken by what it has not waited for.
		clearTimeout(resting);
		const link = linkOf(event);
		if (link) preload(link, 'tap');
	};
	const seen = new IntersectionObserver((entries) => {
		for (const { isIntersecting, target } of entries) {
			if (!isIntersecting) continue;
			seen.unobserve(target);
			preload(target as HTMLAnchorElement, 'viewport');
		}
	});
	const look = (): void => {
		last = undefined;
		seen.disconnect();
		for (const link of document.querySelectorAll('a')) {
			preload(link, 'eager');
			if (eagerness(link, 'code') >= EAGERNESS.indexOf('viewport')) seen.observe(link);
		}
	};
	look();
	const undo = [
		listen(document, 'mousemove', onMove),
		listen(document, 'mousedown', onTap),
		listen(document, 'touchstart', onTap),
		afterNavigate(look),
		() => seen.disconnect(),
		() => clearTimeout(resting)
	];
	return () => undo.forEach((step) => step());
};
