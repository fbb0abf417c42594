import { beforeEach, describe, expect, it } from 'vitest';
import { startDemo } from './demo.ts';
import { openPage } from './harness.ts';
import { computedStyles, differences, expectSameStyles, isStarted } from './same-styles.ts';

let url: string;
beforeEach(async () => {
	({ url } = await startDemo());
});

describe('the demo', () => {
	it('looks the same with and without JavaScript on every page', async () => {
		for (const path of ['/', '/login', '/lab', '/oops', '/newsletter', '/nowhere'])
			await expectSameStyles(url, path);
	});

	it('looks the same after a navigation as at the first paint', async () => {
		const [walked, opened] = [await openPage(), await openPage()];
		await walked.goto(url);
		await isStarted(walked);
		for (const [name, path] of [
			['Lab', '/lab'],
			['Oops', '/oops'],
			['Log in', '/login']
		] as const) {
			await walked.click(`header >> text=${name}`);
			await walked.waitForURL(url + path);
			await opened.goto(url + path);
			await isStarted(opened);
			// The pointer is over a link on one of them, and the focus is elsewhere.
			await walked.mouse.move(0, 0);
			await expect
				.poll(async () => differences(await computedStyles(walked), await computedStyles(opened)))
				.toEqual([]);
		}
	});
});
