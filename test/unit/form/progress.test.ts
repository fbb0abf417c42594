// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createForms, type EnhanceOptions } from '../../../src/index.ts';
import { find, render, submit, tasks } from '../dom.ts';
import { FORM, setup, SUCCESS } from '../forms.ts';

/** As much of the platform's own as uploads look at; the test is what happens to it. */
class Upload {
	static all: Upload[] = [];
	upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
	status = 200;
	statusText = '';
	response = new TextEncoder().encode(JSON.stringify(SUCCESS)).buffer;
	responseURL = location.href;
	onload!: () => void;
	onabort!: () => void;
	open = vi.fn();
	setRequestHeader = vi.fn();
	send = vi.fn();
	abort = vi.fn(() => this.onabort());
	constructor() {
		Upload.all.push(this);
	}
	getAllResponseHeaders(): string {
		return '';
	}
}

/** Set by a submission that a test aborts. */
let abort: (() => void) | undefined;

const start = async (options: EnhanceOptions = {}) => {
	const forms = createForms();
	const progress = vi.fn();
	forms.enhance(render(FORM), { key: 'k', progress, onError: 'keep', reset: false, ...options });
	submit(find('form'));
	await expect.poll(() => Upload.all.length).toBe(1);
	return { progress, status: forms.submission('k'), request: Upload.all[0]! };
};

beforeEach(() => {
	Upload.all = [];
	abort = undefined;
	vi.stubGlobal('XMLHttpRequest', Upload);
});

afterEach(() => {
	vi.unstubAllGlobals();
	document.body.innerHTML = '';
});

it('is reported to the option and on submission(key), until it is over', async () => {
	const { progress, status, request } = await start();
	expect(status).toMatchObject({ pending: 1, progress: null });
	request.upload.onprogress!({ loaded: 5, total: 20 });
	const now = { loaded: 5, total: 20, fraction: 0.25 };
	expect(progress).toHaveBeenCalledExactlyOnceWith(now);
	expect(status.progress).toEqual(now);
	request.onload();
	await tasks();
	expect(status).toMatchObject({ pending: 0, progress: null, result: SUCCESS });
});

it.each<[end: string, options: EnhanceOptions, code: string | undefined]>([
	[
		'abort',
		{
			submit({ controller }) {
				abort = () => controller.abort();
			}
		},
		undefined
	],
	['time-out', { timeout: 200 }, 'timeout']
])('ends with an %s, which ends the request too', async (_, options, code) => {
	const { status, request } = await start(options);
	request.upload.onprogress!({ loaded: 5, total: 20 });
	abort?.();
	await expect.poll(() => status.pending).toBe(0);
	expect(request.abort).toHaveBeenCalledOnce();
	expect(status.progress).toBeNull();
	expect(status.error?.code).toBe(code);
});

it('ends with an error where the response has a status that no Response can have', async () => {
	const { status, request } = await start();
	// As browsers do, and happy-dom does not (Fetch, section 5.5).
	vi.stubGlobal(
		'Response',
		class {
			constructor() {
				throw new RangeError('status');
			}
		}
	);
	request.status = 999;
	request.onload();
	await tasks();
	expect(status).toMatchObject({ pending: 0, error: { code: 'network' } });
});

it('is not told by a fetch of the form or of the project: those send, and know', async () => {
	const app = setup(SUCCESS);
	app.enhance(render(FORM), { progress: () => {} });
	submit(find('form'));
	await tasks();
	expect(app.fetch).toHaveBeenCalledOnce();
	expect(Upload.all).toEqual([]);
});
