import { expect } from 'vitest';
import type { Driver, EngineName } from './engine.ts';

/** Who walks through a scenario: a driver, and what is said again and again with it. */
export interface User extends Driver {
	engine: EngineName;
	/** The origin of the fixture. */
	site: string;
	/** Serves another origin, with another fixture on it. */
	serveElsewhere(): Promise<string>;
	/** Opens a page of the fixture, and waits until the app has started. */
	visit(path: string): Promise<void>;
	/** Waits until the page shows a heading. */
	sees(heading: string): Promise<void>;
	/** Waits until an expression has a value. */
	finds(expression: string, value: unknown): Promise<void>;
	/** Whether the document that `visit` opened is still the one that is shown. */
	stayed(): Promise<boolean>;
}

/** Records announcements from now on, and marks the document. An empty text says nothing. */
const WATCH = `(() => {
	window.marker = true;
	window.announced = [];
	new MutationObserver((records) => {
		for (const { target, addedNodes } of records)
			if (target.ariaLive) announced.push(...[...addedNodes].map(({ data }) => data).filter(Boolean));
	}).observe(document.body, { subtree: true, childList: true });
})()`;

/** Gives a driver the words of the scenarios. */
export const createUser = (
	driver: Driver,
	{ engine, site, serveElsewhere }: Pick<User, 'engine' | 'site' | 'serveElsewhere'>
): User => {
	const finds = async (expression: string, value: unknown): Promise<void> => {
		await expect.poll(() => driver.evaluate(expression), { message: expression }).toEqual(value);
	};
	return {
		...driver,
		engine,
		site,
		serveElsewhere,
		finds,
		sees: (heading) => finds(`document.querySelector('h1')?.textContent`, heading),
		stayed: () => driver.evaluate('!!window.marker'),
		async visit(path) {
			await driver.open(site + path);
			await finds(`'started' in document.documentElement.dataset`, true);
			await driver.evaluate(WATCH);
		}
	};
};
