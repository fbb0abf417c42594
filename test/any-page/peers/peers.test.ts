import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../engines/engine.ts';
import { launch } from '../../engines/launch.ts';
import { compare } from '../compare.ts';
import { play } from '../outcome.ts';
import type { Row } from '../row.ts';
import { kindsOfRows, rows } from '../rows.ts';
import { serveRows, type AnyPageSite } from '../site.ts';
import { peers, type WayName } from '../ways.ts';

declare module 'vitest' {
	interface TaskMeta {
		/** What a row is about, and whether its outcome was the browser's, by library; `in place` without a load. */
		kindOfRow?: string;
		equal?: Partial<Record<WayName, 'in place' | 'loaded' | 'different'>>;
	}
}

let engine: Engine;
let site: AnyPageSite;

beforeAll(async () => {
	[engine, site] = await Promise.all([launch.chromium(), serveRows(rows)]);
});
afterAll(() => Promise.all([engine?.close(), site?.close()]));

type Played = Awaited<ReturnType<typeof play>>;

const playWay = async (index: number, way: WayName): Promise<Played> => {
	const run = site.begin(index, way);
	const tab = await engine.openTab();
	try {
		return await play(tab, site.urlOf(index, way), run, rows[index]!);
	} finally {
		await tab.close();
	}
};

/** What softpost makes better counts as the browser's too, and so does what it leaves as it is. */
const isEqual = (row: Row, native: Played, other: Played): boolean => {
	const plain = { ...row, differs: {} };
	return [row, plain].some((wanted) =>
		compare(wanted, native, other, 'chromium').every((line) => line.startsWith('document loads'))
	);
};

const judge = async (
	row: Row,
	native: Played,
	playing: Promise<Played>
): Promise<'in place' | 'loaded' | 'different'> => {
	const played = await playing.catch(() => null);
	if (!played || !isEqual(row, native, played)) return 'different';
	return played.loads ? 'loaded' : 'in place';
};

const all: WayName[] = ['softpost', ...peers];

// Most of the time is spent waiting for pages that never come.
describe.each(Object.entries(kindsOfRows))('%s', (kind, ofKind) => {
	for (const row of ofKind)
		it.skipIf(row.without?.chromium || row.without?.peers).concurrent(
			row.name,
			async ({ task }) => {
				const index = rows.indexOf(row);
				const playing = all.map((way) => playWay(index, way));
				const [native] = await Promise.all([playWay(index, 'native'), Promise.allSettled(playing)]);
				const judged = await Promise.all(playing.map((one) => judge(row, native, one)));
				task.meta.kindOfRow = kind;
				task.meta.equal = Object.fromEntries(all.map((way, at) => [way, judged[at]]));
				expect(task.meta.equal.softpost).not.toBe('different');
			}
		);
});
