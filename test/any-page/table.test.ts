import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../engines/engine.ts';
import { launch } from '../engines/launch.ts';
import { compare } from './compare.ts';
import { play } from './outcome.ts';
import { rows } from './rows.ts';
import { serveRows, type AnyPageSite } from './site.ts';
import type { WayName } from './ways.ts';

const asked = inject('engine');
const engineName = asked ?? 'chromium';

/** `npm test` has time for every second row; `npm run any-page -- --engine chromium` plays all. */
const isDue = (index: number): boolean => asked !== undefined || index % 2 === 0;

let engine: Engine;
let site: AnyPageSite;

beforeAll(async () => {
	[engine, site] = await Promise.all([launch[engineName](), serveRows(rows)]);
});
afterAll(() => Promise.all([engine?.close(), site?.close()]));

const playWay = async (index: number, way: WayName): ReturnType<typeof play> => {
	const run = site.begin(index, way);
	const tab = await engine.openTab();
	try {
		return await play(tab, site.urlOf(index, way), run, rows[index]!);
	} finally {
		await tab.close();
	}
};

type Played = Awaited<ReturnType<typeof play>>;

/** Only one window of WebKit can be driven at a time, and what has no focus is slow in Firefox. */
const playBoth = async (index: number): Promise<[native: Played, softpost: Played]> =>
	engineName === 'chromium'
		? Promise.all([playWay(index, 'native'), playWay(index, 'softpost')])
		: [await playWay(index, 'native'), await playWay(index, 'softpost')];

describe('the outcome with one script tag is the outcome without JavaScript', () => {
	rows.forEach((row, index) => {
		it.skipIf(!isDue(index) || row.without?.[engineName])(row.name, async () => {
			const [native, softpost] = await playBoth(index);
			expect(compare(row, native, softpost, engineName)).toEqual([]);
		});
	});
});
