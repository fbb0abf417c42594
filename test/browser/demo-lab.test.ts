import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { startDemo } from './demo.ts';
import { openPage } from './harness.ts';
import { watchMark } from './marks.ts';

let url: string;
let page: Page;

const openLab = async (javaScriptEnabled: boolean, query = ''): Promise<void> => {
	({ url } = await startDemo());
	page = await openPage({ javaScriptEnabled });
	// Below the test's own time, so that a failure names its line.
	page.setDefaultTimeout(10_000);
	await page.goto(`${url}/lab${query}`, { waitUntil: javaScriptEnabled ? 'networkidle' : 'load' });
};

const button = (name: string) => page.getByRole('button', { name, exact: true });
const countForm = () => page.locator('form#count');
const status = (name: string | RegExp) => page.getByRole('status').filter({ hasText: name });
const alert = (name: string | RegExp) => page.getByRole('alert').filter({ hasText: name });
const chooseFile = (buffer: Buffer): Promise<void> =>
	page
		.getByLabel('A file, up to 100 MB')
		.setInputFiles({ name: 'ship.bin', mimeType: 'application/octet-stream', buffer });

/** As fast as a user can. Not `click`, which waits for the page that the first press leads to. */
const mash = async (name: string, times: number): Promise<void> => {
	const { x, y, width, height } = (await button(name).boundingBox())!;
	for (let time = 0; time < times; time++) {
		await page.mouse.click(x + width / 2, y + height / 2);
		await page.waitForTimeout(60);
	}
};

/** The same within the page: on a busy machine the first press would else be counted before the last. */
const mashInPage = (name: string, times: number): Promise<void> =>
	page.evaluate(
		async ([name, times]) => {
			const all = [...document.querySelectorAll('button')];
			const button = all.find(({ textContent }) => textContent.trim() === name)!;
			for (let time = 0; time < times; time++) {
				button.click();
				await new Promise((resolve) => setTimeout(resolve, 60));
			}
		},
		[name, times] as const
	);

const openNotes = async (): Promise<void> => {
	await openLab(true);
	await page.goto(`${url}/login?redirectTo=/notes`, { waitUntil: 'networkidle' });
	for (const name of ['Register', 'Log in']) {
		await page.getByLabel('Email').first().fill('ada@example.org');
		await page.getByLabel('Password').fill('correct horse');
		await page.getByRole('main').getByRole('button', { name }).click();
		if (name === 'Register') await alert('Your account is ready').waitFor();
	}
	await page.getByRole('heading', { name: 'Your notes' }).waitFor();
};

describe.each([
	{ javaScriptEnabled: true, name: 'with JavaScript' },
	{ javaScriptEnabled: false, name: 'without JavaScript' }
])('the lab of the demo $name', ({ javaScriptEnabled }) => {
	beforeEach(() => openLab(javaScriptEnabled));

	test('counts a press', async () => {
		await button('Count').click();
		await status('1 counted').waitFor();
	});

	test('keeps the policy that was chosen', async () => {
		await page.getByRole('link', { name: 'queue' }).click();
		await page.getByText('Each press waits').waitFor();
		await button('Count').click();
		await status('1 counted').waitFor();
		expect(await page.getByRole('link', { name: 'queue' }).getAttribute('aria-current')).toBe(
			'true'
		);
	});

	test('reads a file of more than a megabyte and answers with its checksum', async () => {
		const buffer = Buffer.alloc(3_000_000, 'softpost');
		await chooseFile(buffer);
		await button('Upload').click();
		await status(createHash('sha256').update(buffer).digest('hex')).waitFor();
	});

	test('asks for a file where none was chosen', async () => {
		await button('Upload').click();
		await alert('Choose a file first').waitFor();
	});
});

describe('a counter that is mashed', () => {
	test.each([
		{ policy: 'parallel', counted: 3 },
		{ policy: 'drop', counted: 1 },
		{ policy: 'replace', counted: 1 },
		{ policy: 'queue', counted: 3 }
	])('counts three presses $counted times with $policy', async ({ policy, counted }) => {
		await openLab(true, `?policy=${policy}`);
		await mashInPage('Count', 3);
		await countForm().and(page.locator(':not([aria-busy])')).waitFor();
		await status(`${counted} counted`).waitFor();
		// Whether another one is still counted in the background.
		await page.reload();
		await status(`${counted} counted`).waitFor();
	});

	test('counts three presses once without JavaScript, as with replace', async () => {
		await openLab(false);
		await mash('Count', 3);
		await status('1 counted').waitFor();
	});

	test('shows what is in flight, on the form, on the button and as text', async () => {
		await openLab(true);
		const marksOfButton = await watchMark(button('Count'));
		await mashInPage('Count', 2);
		expect(await countForm().getAttribute('aria-busy')).toBe('true');
		await status('2 under way').waitFor();
		await page.locator('button[data-submitting=delayed]').waitFor();

		await status('2 counted').waitFor();
		await expect.poll(() => countForm().getAttribute('aria-busy')).toBeNull();
		expect(await marksOfButton()).toEqual([null, '', 'delayed', null]);
		expect(await status('under way').count()).toBe(0);
	});

	test('leaves the focus on its button', async () => {
		await openLab(true);
		await button('Count').focus();
		await page.keyboard.press('Enter');
		await status('1 counted').waitFor();
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Count');
	});
});

describe('an upload', () => {
	const throttle = async (uploadThroughput: number): Promise<void> => {
		const session = await page.context().newCDPSession(page);
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: 0,
			downloadThroughput: -1,
			uploadThroughput
		});
	};
	/** Notes every state of the bar, and of what screen readers are told of it. */
	const watchUpload = (): void => {
		const seen = { fractions: [] as number[], said: [] as string[] };
		Object.assign(window, { seen });
		const look = (): void => {
			const bar = document.querySelector<HTMLProgressElement>('#upload progress');
			if (bar && bar.value !== seen.fractions.at(-1)) seen.fractions.push(bar.value);
			const said = document.querySelector('#upload [role=status]')!.textContent;
			if (said && said !== seen.said.at(-1)) seen.said.push(said);
		};
		const changes = { subtree: true, childList: true, attributes: true, characterData: true };
		new MutationObserver(look).observe(document.body, changes);
	};

	test('has a bar that grows, and is said in quarters', async () => {
		await openLab(true);
		await throttle(1_000_000);
		await page.evaluate(watchUpload);
		await chooseFile(Buffer.alloc(2_000_000));
		await button('Upload').click();
		await status('ship.bin arrived').waitFor();
		expect(await page.getByRole('progressbar').count()).toBe(0);

		const { fractions, said } = await page.evaluate(
			() => (window as unknown as { seen: { fractions: number[]; said: string[] } }).seen
		);
		expect(fractions.length).toBeGreaterThan(4);
		expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
		expect(said).toEqual(['25 % sent', '50 % sent', '75 % sent', '100 % sent']);
	});

	test('can be cancelled, with the file still chosen and the focus on its button', async () => {
		await openLab(true);
		await throttle(200_000);
		await chooseFile(Buffer.alloc(2_000_000));
		await button('Upload').click();
		await button('Cancel').click();
		await status('Cancelled').waitFor();
		expect(await page.getByRole('progressbar').count()).toBe(0);
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Upload');
		expect(await page.evaluate('document.querySelector("#upload-file").files.length')).toBe(1);
	});
});

describe('without a connection', () => {
	test('the lab stays as it is, says so, and tries again', async () => {
		await openLab(true);
		await page.evaluate('window.marker = true');
		await page.context().setOffline(true);
		await button('Count').click();
		await alert('No connection').waitFor();
		await status('0 counted').waitFor();

		await button('Try again').click();
		await button('Try again').and(page.locator(':not([data-submitting])')).waitFor();
		await page.context().setOffline(false);
		await button('Try again').click();
		await status('1 counted').waitFor();
		await button('Try again').waitFor({ state: 'detached' });
		expect(await alert('No connection').count()).toBe(0);
		expect(await page.evaluate('window.marker')).toBe(true);
	});

	test('a note keeps its words, and is added once by another try', async () => {
		await openNotes();
		const title = page.getByLabel('Title', { exact: true });
		const words = page.getByLabel('Text');
		await page.context().setOffline(true);
		await title.fill('Milk');
		await words.fill('Two litres');
		await button('Add note').click();
		await alert('No connection. What you entered is still here').waitFor();
		expect([await title.inputValue(), await words.inputValue()]).toEqual(['Milk', 'Two litres']);

		await page.context().setOffline(false);
		await button('Try again').click();
		await status('Added “Milk”').waitFor();
		await expect.poll(() => title.inputValue()).toBe('');
		expect(await page.getByRole('article').count()).toBe(1);
	});
});

test('the page shows a refusal of the server, without a retry', async () => {
	await openNotes();
	await page.getByLabel('Title', { exact: true }).fill('Paper');
	await button('Add note').click();
	await page.getByRole('article').getByText('Edit').click();
	await page.getByLabel('File, up to 2 MB').setInputFiles({
		name: 'ship.bin',
		mimeType: 'application/octet-stream',
		buffer: Buffer.alloc(4_000_000)
	});
	await button('Attach').click();
	await alert(/large|limit/i).waitFor();
	expect(await button('Try again').count()).toBe(0);
	await page.getByRole('heading', { name: 'Your notes' }).waitFor();
});
