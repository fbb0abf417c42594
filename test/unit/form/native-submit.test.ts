// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmitFunction } from '../../../src/index.ts';
import { submitNatively } from '../../../src/form/native-submit.ts';
import { find, render, submit, tasks } from '../dom.ts';
import { FORM, setup } from '../forms.ts';

/** What the browser is asked to send, form by form. */
let sent: { action: string; method: string; enctype: string; entries: unknown[] }[];

beforeEach(() => {
	sent = [];
	vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (
		this: HTMLFormElement
	) {
		const { action, method, enctype, isConnected } = this;
		const entries = [...new FormData(this)];
		expect(isConnected).toBe(true);
		sent.push({ action, method, enctype, entries });
	});
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

const entriesOf = (...pairs: [name: string, value: string | File][]): FormData => {
	const entries = new FormData();
	for (const [name, value] of pairs) entries.append(name, value);
	return entries;
};

describe('submitNatively', () => {
	it('has the browser send the same entries to the same URL, and leaves no form behind', () => {
		const action = new URL('/login?/register', location.href);
		submitNatively({
			action,
			enctype: 'text/plain',
			entries: entriesOf(['a', '1'], ['submit', 'x'], ['a', '2\n3']),
			referrerPolicy: ''
		});
		expect(sent).toEqual([
			{
				action: action.href,
				method: 'post',
				enctype: 'text/plain',
				entries: [
					['a', '1'],
					['submit', 'x'],
					['a', '2\n3']
				]
			}
		]);
		expect(document.querySelector('form')).toBeNull();
	});

	it('sends files as files, and a field without a file as one', () => {
		submitNatively({
			action: new URL(location.href),
			enctype: 'multipart/form-data',
			entries: entriesOf(['one', new File(['abc'], 'a.txt')], ['none', new File([], '')]),
			referrerPolicy: ''
		});
		const [, file] = sent[0]!.entries[0] as [string, File];
		expect([file.name, file.size]).toEqual(['a.txt', 3]);
		const [, none] = (sent[0]!.entries[1] as [string, File] | undefined) ?? [];
		expect(none?.size ?? 0).toBe(0);
	});
});

describe('a policy that does not let fetch send a form', () => {
	const violate = async (more: object = {}): Promise<void> => {
		const event = new Event('securitypolicyviolation');
		const [blockedURI] = document.URL.split('#');
		window.dispatchEvent(Object.assign(event, { disposition: 'enforce', blockedURI, ...more }));
		await vi.dynamicImportSettled();
		await tasks();
	};

	const start = async (prepare: SubmitFunction = () => {}) => {
		const app = setup(new Promise<never>(() => {}));
		const told = vi.fn();
		app.enhance(render(FORM), {
			key: 'k',
			submit(input) {
				void prepare(input);
				return told;
			}
		});
		submit(find('form'), find('button'));
		await tasks();
		return { status: app.submission('k'), told };
	};

	it('leaves it to the browser; for the page it is aborted', async () => {
		const { status, told } = await start();
		await violate();
		expect(sent).toMatchObject([
			{
				entries: [
					['a', '1'],
					['act', 'go']
				]
			}
		]);
		expect(status.pending).toBe(0);
		expect(told.mock.calls).toMatchObject([[{ result: { error: { code: 'aborted' } } }]]);
	});

	it('leaves it as the submit function has made it', async () => {
		const action = new URL('/elsewhere?/save', location.href);
		await start((input) => {
			input.action = action;
			input.formData = entriesOf(['mine', '1']);
		});
		await violate();
		expect(sent).toEqual([]);
		await violate({ blockedURI: action.href });
		expect(sent).toMatchObject([{ action: action.href, entries: [['mine', '1']] }]);
	});

	it.each([
		['only reports', { disposition: 'report' }],
		['is about another URL', { blockedURI: 'https://else.example/' }]
	])('changes nothing where it %s', async (_, more) => {
		const { status } = await start();
		await violate(more);
		expect(sent).toEqual([]);
		expect(status.pending).toBe(1);
	});
});
