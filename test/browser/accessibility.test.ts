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

/** The accessibility tree, as a screen reader gets it, instead of the attributes behind it. */
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
let focus: Site;
beforeAll(async () => {
	focus = await serveFixture('focus');
	defaults = await serveFixture('defaults');
	host = await serveFixture('host');
});
afterAll(async () => {
	await defaults.close();
	await host.close();
	await focus.close();
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

describe('a response in place', () => {
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

/** Notes for each live region whether it came without its text. */
const watchRegions = (page: Page): Promise<void> =>
	page.evaluate(`
		window.regions = [];
		new MutationObserver((records) => {
			for (const { addedNodes } of records)
				for (const node of addedNodes)
					if (node.ariaLive) regions.push(node.textContent);
		}).observe(document, { subtree: true, childList: true });
	`);

describe('an announcement', () => {
	const layers: Record<string, [markup: string, open: string]> = {
		'a modal dialog': ['<dialog id="layer"><p>Text</p></dialog>', 'layer.showModal()'],
		'the upper of two modal dialogs': [
			'<dialog id="layer"><dialog id="upper"><p>Text</p></dialog></dialog>',
			'layer.showModal(), upper.showModal()'
		],
		'the upper of two modal dialogs, which comes first': [
			'<dialog id="upper"><p>Text</p></dialog><dialog id="layer"></dialog>',
			'layer.showModal(), upper.showModal()'
		],
		'an element that says it is modal, with everything else inert': [
			'<div role="dialog" aria-modal="true" tabindex="-1" id="layer"><p>Text</p></div>',
			`[...document.body.children].forEach((child) => (child.inert = !child.contains(layer))), layer.focus()`
		]
	};

	it.for(Object.entries(layers))('can be perceived under %s', async ([, [markup, openLayer]]) => {
		const page = await open(focus.url);
		await watchRegions(page);
		await page.evaluate(`stage.innerHTML = ${JSON.stringify(markup)}, ${openLayer}`);
		await page.evaluate(`goto('/other')`);
		await expect.poll(() => announced(page)).toEqual(['/other']);
		await page.evaluate(`goto('/')`);
		await expect.poll(() => announced(page)).toEqual(['/']);
		expect(await page.evaluate('regions')).toEqual(['']);
	});

	it('is in the document again when the dialog is closed', async () => {
		const page = await open(focus.url);
		await page.evaluate(
			`stage.innerHTML = '<dialog id="layer">Text</dialog>', document.querySelector('#layer').showModal()`
		);
		await page.evaluate(`goto('/other')`);
		await expect.poll(() => announced(page)).toEqual(['/other']);
		await page.evaluate('layer.close(), layer.remove()');
		await page.evaluate(`goto('/')`);
		await expect.poll(() => announced(page)).toEqual(['/']);
	});

	it('has a region that was there before, which the next result empties', async () => {
		const page = await open(focus.url);
		await watchRegions(page);
		await page.evaluate(`goto('/other')`);
		await expect.poll(() => announced(page)).toEqual(['/other']);
		await page.evaluate(`applyAction({ type: 'success', status: 200 })`);
		await expect.poll(() => announced(page)).toEqual([]);
		expect(await page.evaluate('regions')).toEqual(['']);
	});
});
