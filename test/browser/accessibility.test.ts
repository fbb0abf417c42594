import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

interface AxNode {
	ignored: boolean;
	role?: { value: string };
	name?: { value: string };
	properties?: { name: string; value: { value: unknown } }[];
	nodeId: string;
	parentId?: string;
}

/** What a screen reader is given: the accessibility tree, not the attributes it is made from. */
const readTree = async (page: Page): Promise<AxNode[]> => {
	const session = await page.context().newCDPSession(page);
	await session.send('Accessibility.enable');
	const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
	await session.detach();
	return nodes;
};

const property = (node: AxNode | undefined, name: string): unknown =>
	node?.properties?.find((entry) => entry.name === name)?.value.value;

const focused = async (page: Page): Promise<{ role: unknown; name: unknown; invalid: unknown }> => {
	// The document counts as focused as well; the element within it comes after.
	const node = (await readTree(page)).findLast((candidate) => property(candidate, 'focused'));
	return { role: node?.role?.value, name: node?.name?.value, invalid: property(node, 'invalid') };
};

/** The texts in assertive live regions. */
const announced = async (page: Page): Promise<string[]> => {
	const nodes = await readTree(page);
	const regions = nodes.filter((node) => property(node, 'live') === 'assertive' && !node.ignored);
	const ids = new Set(regions.map(({ nodeId }) => nodeId));
	return nodes
		.filter(({ parentId, role }) => ids.has(parentId ?? '') && role?.value === 'StaticText')
		.map(({ name }) => name?.value ?? '');
};

let defaults: Site;
let host: Site;
beforeAll(async () => {
	defaults = await serveFixture('defaults');
	host = await serveFixture('host');
});
afterAll(async () => {
	await defaults.close();
	await host.close();
});

const open = async (url: string): Promise<Page> => {
	const page = await openPage({ viewport: { width: 600, height: 200 } });
	await page.goto(url);
	await started(page);
	return page;
};

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

describe('the accessibility tree', () => {
	it('has the focus on the control that a failure marks as invalid', async () => {
		const page = await open(defaults.url);
		await press(page, 'Fail');
		await expect
			.poll(() => focused(page))
			.toEqual({ role: 'textbox', name: 'Name', invalid: 'true' });
	});

	it('has the focus at the start after a success, which is not announced as a page', async () => {
		const page = await open(defaults.url);
		await press(page, 'Save');
		await expect.poll(async () => (await focused(page)).role).toBe('RootWebArea');
		expect(await announced(page)).toEqual([]);
	});

	it('has the title of a new page in a live region, once, and the focus at its start', async () => {
		const page = await open(`${host.url}/blog/one`);
		await page.getByRole('link', { name: 'Two', exact: true }).click();
		await expect.poll(() => announced(page)).toEqual(['/blog/two']);
		expect((await focused(page)).role).toBe('RootWebArea');
	});
});

describe('an answer in place', () => {
	it('leaves the page where it is scrolled to', async () => {
		const page = await open(defaults.url);
		await page.addStyleTag({ content: 'h1 { height: 400px } body { padding-bottom: 900px }' });
		await page.getByRole('button', { name: 'Save', exact: true }).scrollIntoViewIfNeeded();
		const scrolled = await page.evaluate('scrollY');
		expect(scrolled).toBeGreaterThan(0);
		await press(page, 'Save');
		await expect.poll(async () => (await focused(page)).role).toBe('RootWebArea');
		expect(await page.evaluate('scrollY')).toBe(scrolled);
	});
});
