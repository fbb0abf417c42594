import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from './harness.ts';

/** What the user sees of each element: every property that the page's styles may set. */
export const computedStyles = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.body.querySelectorAll('*')]
			.filter(
				(element) =>
					element.checkVisibility() &&
					!element.matches('script, style, body > [aria-live=assertive]')
			)
			.map((element) => {
				const style = getComputedStyle(element);
				const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
				return [element.tagName, ...values.sort()].join('; ');
			})
	);

/** What two pages show differently: an element and a property of it each, with both values. */
export const differences = (ones: readonly string[], others: readonly string[]): string[] => {
	if (ones.length !== others.length) return [`${ones.length} and ${others.length} elements`];
	return ones.flatMap((one, index) => {
		const [tag, ...values] = one.split('; ');
		const found = others[index]!.split('; ');
		return values
			.map((value, place) => `${tag} ${value} and ${found[place + 1]}`)
			.filter((_, place) => values[place] !== found[place + 1]);
	});
};

/** All that moved while the page was made, as Chromium counts it. */
const layoutShift = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries())
						sum += (entry as unknown as { value: number }).value;
				}).observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
			})
	);

/** Waits until the app has taken over the history. */
export const isStarted = (page: Page): Promise<unknown> =>
	page.waitForFunction(() => !!history.state, null, { polling: 20 });

/** The stylesheets that are in the document. */
export const stylesheets = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll('link[rel=stylesheet], style')].map(
			(element) =>
				element.getAttribute('href') ?? element.getAttribute('data-vite-dev-id') ?? 'unknown'
		)
	);

/** Opens a page with and without JavaScript: nothing looks different or moves, and no style is there twice. */
export const expectSameStyles = async (url: string, path: string): Promise<void> => {
	const [off, on] = await Promise.all(
		[false, true].map((javaScriptEnabled) => openPage({ javaScriptEnabled }))
	);
	await Promise.all([off!.goto(url + path), on!.goto(url + path)]);
	const without = await computedStyles(off!);
	await isStarted(on!);
	expect(without.length).toBeGreaterThan(5);
	expect(differences(without, await computedStyles(on!))).toEqual([]);
	expect(await layoutShift(on!)).toBe(0);
	const used = await stylesheets(on!);
	expect(new Set(used).size).toBe(used.length);
};
