import { listen } from '../../dom/listen.ts';
import { afterNavigate } from '../hooks.ts';
import { linkOf, urlOf, type Link } from '../clicked-link.ts';
import { leadsInto } from '../intercept-links.ts';
import type { Navigator } from '../navigator.ts';

/** When a link is preloaded, from late to early. */
const EAGERNESS = ['tap', 'hover', 'viewport', 'eager'] as const;

type When = (typeof EAGERNESS)[number];

/** Milliseconds that the pointer must rest on a link: it crosses many links on its way. */
const REST = 20;

/** Reads an attribute of a link or of its nearest ancestor that has it; `-1` means no preloading. */
const eagerness = (link: Element, name: 'data' | 'code'): number => {
	const [kits, ours] = [`data-sveltekit-preload-${name}`, `data-softpost-preload-${name}`] as const;
	const holder = link.closest(`[${kits}],[${ours}]`);
	const value = holder && (holder.getAttribute(kits) ?? holder.getAttribute(ours));
	// The attribute without a value means `hover`.
	return value === '' || value === 'true'
		? EAGERNESS.indexOf('hover')
		: EAGERNESS.indexOf(value as When);
};

type Preloading = Required<Pick<Navigator, 'preload' | 'preloadCode'>>;

/** Ignores errors: the link may never be followed. */
const unseen = (loading: Promise<unknown>): void => void loading.catch(() => {});

const createPreload = ({
	preload,
	preloadCode
}: Preloading): ((link: Link, when: When) => void) => {
	const done = new WeakMap<Link, string>();
	return (link, when) => {
		const at = EAGERNESS.indexOf(when);
		if (!link.hasAttribute('href') || !leadsInto(link)) return;
		const url = urlOf(link);
		const wantsData = at < 2 && eagerness(link, 'data') >= at;
		if (!wantsData && eagerness(link, 'code') < at) return;
		// Preload the data again when the pointer returns, because it may be old. If it is still new, it is reused.
		if (wantsData) return unseen(preload(url));
		if (done.get(link) === url.href) return;
		done.set(link, url.href);
		unseen(preloadCode(url));
	};
};

/**
 * Preloads pages, or their code, for links with `data-sveltekit-preload-data` and `-preload-code`.
 *
 * @returns the undo
 */
export const preloadLinks = (navigator: Preloading): (() => void) => {
	const preload = createPreload(navigator);
	let last: Link | undefined;
	let resting: ReturnType<typeof setTimeout> | undefined;
	const onMove = (event: Event): void => {
		const link = linkOf(event);
		if (link === last) return;
		last = link;
		clearTimeout(resting);
		if (link) resting = setTimeout(() => preload(link, 'hover'), REST);
	};
	const onTap = (event: Event): void => {
		// Otherwise the timer could start a second preload during the click.
		clearTimeout(resting);
		const link = linkOf(event);
		if (link) preload(link, 'tap');
	};
	const seen = new IntersectionObserver((entries) => {
		for (const { isIntersecting, target } of entries) {
			if (!isIntersecting) continue;
			seen.unobserve(target);
			preload(target as Link, 'viewport');
		}
	});
	const look = (): void => {
		last = undefined;
		seen.disconnect();
		for (const link of document.querySelectorAll<Link>('a')) {
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
