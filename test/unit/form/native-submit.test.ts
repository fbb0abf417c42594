// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubmitFunction } from '../../../src/index.ts';
import { submitNatively } from '../../../src/form/sent/native-submit.ts';
import { defer, find, render, submit, tasks, type Deferred } from '../dom.ts';
import { FORM, headersOf, setup } from '../forms.ts';

/** The forms that the browser has to send. */
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
	/** `fetch` fails, and the event that says why comes in a later task. */
	const violate = async (more: object = {}): Promise<void> => {
		const event = new Event('securitypolicyviolation');
		const [blockedURI] = document.URL.split('#');
		request.reject(new TypeError('Failed to fetch'));
		window.dispatchEvent(Object.assign(event, { disposition: 'enforce', blockedURI, ...more }));
		await tasks();
		await vi.dynamicImportSettled();
		await tasks();
	};

	let request: Deferred<Response>;
	/** What the policy says of a request that follows no redirect. */
	let probe: ReturnType<typeof vi.fn<typeof fetch>>;

	beforeEach(() => {
		request = defer();
		probe = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch')));
		vi.stubGlobal('fetch', probe);
	});

	afterEach(() => vi.unstubAllGlobals());

	const start = async (prepare: SubmitFunction = () => {}, navigation: object = {}) => {
		const app = setup(request.promise);
		Object.assign(app.navigation, navigation);
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
		return { app, status: app.submission('k'), told };
	};

	it('leaves it to the browser, with its id; for the page it is aborted', async () => {
		const { app, status, told } = await start();
		await violate();
		expect(sent).toMatchObject([
			{
				entries: [
					['a', '1'],
					['act', 'go'],
					['softpost-submission', headersOf(app).get('x-softpost-submission')]
				]
			}
		]);
		expect(probe).toHaveBeenCalledExactlyOnceWith(expect.any(URL), {
			method: 'HEAD',
			redirect: 'manual'
		});
		expect(status.pending).toBe(0);
		expect(told.mock.calls).toMatchObject([[{ result: { error: { code: 'aborted' } } }]]);
	});

	it('sends no more than the browser would without a host, to any server', async () => {
		const visit = {
			whyNative: async () => null,
			receive: async () => undefined,
			findRedirectAway: async () => undefined,
			stop: () => {}
		};
		const documents = {
			accept: '*/*',
			whyNative: () => null,
			prepare: () => {},
			begin: () => visit
		};
		await start(undefined, { documents });
		await violate();
		expect(sent).toHaveLength(1);
		expect(sent[0]!.entries).toEqual([
			['a', '1'],
			['act', 'go']
		]);
	});

	it('leaves it as the submit function has made it', async () => {
		const action = new URL('/elsewhere?/save', location.href);
		await start((input) => {
			input.action = action;
			input.formData = entriesOf(['mine', '1']);
		});
		await violate({ blockedURI: action.href });
		expect(sent).toMatchObject([
			{
				action: action.href,
				entries: [
					['mine', '1'],
					[expect.any(String), expect.any(String)]
				]
			}
		]);
	});

	it('ends as an error where only a redirect of the response was forbidden: the action has run', async () => {
		probe.mockResolvedValue(new Response());
		const { status, told } = await start();
		await violate();
		expect(sent).toEqual([]);
		expect(status.pending).toBe(0);
		expect(told.mock.calls).toMatchObject([[{ result: { error: { code: 'redirected_away' } } }]]);
	});

	it.each([
		['only reports', { disposition: 'report' }],
		['is about another URL', { blockedURI: 'https://else.example/' }]
	])('changes nothing where it %s', async (_, more) => {
		const { told } = await start();
		await violate(more);
		expect(sent).toEqual([]);
		expect(probe).not.toHaveBeenCalled();
		expect(told.mock.calls).toMatchObject([[{ result: { error: { code: 'network' } } }]]);
	});
});
