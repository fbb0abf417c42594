import type { BrowserContextOptions, Page } from 'playwright-core';
import { started } from './both-ways.ts';
import { openPage, type Site } from './harness.ts';

/** Code for the `formOptions` of the fixture `reliability`, such as `{ main: { onError: 'keep' } }`. */
export interface OpenOptions extends BrowserContextOptions {
	formOptions?: string;
	mayThrow?: boolean;
}

/** Opens a page of the fixture `reliability`, and waits until it has started. */
export const open = async (
	site: Site,
	path = '/',
	{ formOptions = '{}', ...options }: OpenOptions = {}
): Promise<Page> => {
	const page = await openPage(options);
	await page.addInitScript(`globalThis.formOptions = ${formOptions}`);
	await page.goto(site.url + path);
	await started(page);
	return page;
};

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** Runs code in the page, as text: it is not ours to bundle. */
export const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(code);

/** What every field of the main form holds. */
export type Fields = Record<string, string | boolean>;

/** Fills every field of the main form as a user does, with values that tell one filling from another. */
export const fillAll = async (page: Page, mark: string): Promise<Fields> => {
	await page.getByLabel('Text').fill(`text ${mark}`);
	await page.getByLabel('Area').fill(`area\n${mark}`);
	await page.getByLabel('Choice').selectOption('b');
	await page.getByLabel('Radio y').check();
	await page.getByLabel('Tick').check();
	await page.getByLabel('Password').fill(`password ${mark}`);
	await page.getByLabel('Bound').fill(`bound ${mark}`);
	await page.getByLabel('Agreed').check();
	await page.getByLabel('File').setInputFiles({
		name: `${mark}.txt`,
		mimeType: 'text/plain',
		buffer: Buffer.from(`content ${mark}`)
	});
	return filled(mark);
};

/** What `fillAll` leaves. */
export const filled = (mark: string): Fields => ({
	text: `text ${mark}`,
	area: `area\n${mark}`,
	choice: 'b',
	radio: 'y',
	tick: true,
	password: `password ${mark}`,
	bound: `bound ${mark}`,
	agreed: true,
	file: `${mark}.txt: content ${mark}`
});

/** What the fields hold that nobody has touched. */
export const untouched: Fields = {
	text: '',
	area: '',
	choice: 'a',
	radio: 'x',
	tick: false,
	password: '',
	bound: '',
	agreed: false,
	file: ''
};

/** Reads every field of the main form. */
export const readAll = (page: Page): Promise<Fields> =>
	run(
		page,
		`(async () => {
			const { text, area, choice, radio, tick, password, bound, agreed, file } =
				document.forms[0].elements;
			const [chosen] = file.files;
			return {
				text: text.value,
				area: area.value,
				choice: choice.value,
				radio: radio.value,
				tick: tick.checked,
				password: password.value,
				bound: bound.value,
				agreed: agreed.checked,
				file: chosen ? chosen.name + ': ' + (await chosen.text()) : ''
			};
		})()`
	);

/** What is bound to fields of the main form. */
export const bindings = async (page: Page): Promise<unknown> =>
	JSON.parse((await page.getByLabel('Bindings').textContent()) ?? '');

/** What `submission(key)` says, but for its result's data. */
export const statusOf = (
	page: Page,
	key = 'main'
): Promise<{ pending: number; code?: string; status?: number }> =>
	run(
		page,
		`(() => {
			const { pending, error, result } = kit.submission('${key}');
			return { pending, code: error?.code, status: result?.status };
		})()`
	);
