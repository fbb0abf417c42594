// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../../src/form/submission-status.ts';
import { createUpload } from '../../../src/form/sent/upload.ts';

/** What a test sees of the platform's own. */
class Request {
	static last: Request;
	upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
	headers: [name: string, value: string][] = [];
	opened: string[] = [];
	body: unknown;
	withCredentials?: boolean;
	responseType = '';
	status = 200;
	statusText = 'OK';
	response: ArrayBuffer = new TextEncoder().encode('{"type":"success"}').buffer as ArrayBuffer;
	responseURL = 'https://app.example/up';
	answered = 'content-type: application/json\r\nx-a: 1: 2\r\n';
	onload!: () => void;
	onerror!: () => void;
	onabort!: () => void;
	constructor() {
		Request.last = this;
	}
	open(...values: string[]): void {
		this.opened = values;
	}
	setRequestHeader(name: string, value: string): void {
		this.headers.push([name, value]);
	}
	getAllResponseHeaders(): string {
		return this.answered;
	}
	send(body: unknown): void {
		this.body = body;
	}
	abort(): void {
		this.onabort();
	}
}

const ACTION = new URL('https://app.example/up#part');
let reports: Progress[];

beforeEach(() => {
	reports = [];
	vi.stubGlobal('XMLHttpRequest', Request);
});

afterEach(() => vi.unstubAllGlobals());

const upload = (init: RequestInit = {}): Promise<Response> =>
	createUpload((progress) => reports.push(progress))(ACTION, { method: 'POST', ...init });

describe('the request', () => {
	it('has the method, URL, headers and body that fetch is given', () => {
		const body = new FormData();
		void upload({ body, headers: { accept: 'application/json', 'x-b': '2' } });
		const { opened, headers, body: sent, withCredentials } = Request.last;
		expect(opened).toEqual(['POST', 'https://app.example/up']);
		expect(headers).toEqual([
			['accept', 'application/json'],
			['x-b', '2']
		]);
		expect(sent).toBe(body);
		expect(withCredentials).toBe(false);
	});

	it('is a GET without anything', () => {
		void createUpload(() => {})(ACTION);
		expect(Request.last.opened[0]).toBe('GET');
	});

	it('sends cookies to other origins where that is asked for', () => {
		void upload({ credentials: 'include' });
		expect(Request.last.withCredentials).toBe(true);
	});
});

describe('what XMLHttpRequest cannot do', () => {
	it.each<[name: string, init: RequestInit]>([
		['without cookies', { credentials: 'omit' }],
		['without a referrer', { referrerPolicy: 'no-referrer' }]
	])('is sent by fetch: %s', async (_, init) => {
		const before = Request.last;
		const answer = new Response('');
		const fetch = vi.fn(async () => answer);
		vi.stubGlobal('fetch', fetch);
		expect(await upload(init)).toBe(answer);
		expect(fetch).toHaveBeenCalledExactlyOnceWith(ACTION, { method: 'POST', ...init });
		expect(Request.last).toBe(before);
	});
});

it('reports bytes and their fraction; nothing of nothing is nothing', () => {
	void upload();
	Request.last.upload.onprogress!({ loaded: 1, total: 4 });
	Request.last.upload.onprogress!({ loaded: 0, total: 0 });
	expect(reports).toEqual([
		{ loaded: 1, total: 4, fraction: 0.25 },
		{ loaded: 0, total: 0, fraction: 0 }
	]);
});

describe('the response', () => {
	it('is a Response: status, headers, body, URL', async () => {
		const answer = upload();
		Object.assign(Request.last, { status: 201, statusText: 'Created' }).onload();
		const response = await answer;
		expect([response.status, response.statusText]).toEqual([201, 'Created']);
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('x-a')).toBe('1: 2');
		expect(await response.text()).toBe('{"type":"success"}');
		expect(response.url).toBe('https://app.example/up');
		expect(response.redirected).toBe(false);
	});

	it('says where the request was redirected to', async () => {
		const answer = upload();
		Object.assign(Request.last, { responseURL: 'https://app.example/login' }).onload();
		expect(await answer).toMatchObject({ redirected: true, url: 'https://app.example/login' });
	});

	it('may have no headers, and no body where its status has none', async () => {
		const answer = upload();
		Object.assign(Request.last, { status: 204, answered: '' }).onload();
		const response = await answer;
		expect([...response.headers]).toEqual([]);
		expect(response.body).toBeNull();
	});
});

describe('without a response', () => {
	it('rejects without a connection', async () => {
		const answer = upload();
		Request.last.onerror();
		await expect(answer).rejects.toThrow(TypeError);
	});

	it('rejects with the reason of an abort', async () => {
		const controller = new AbortController();
		const answer = upload({ signal: controller.signal });
		const reason = new Error('enough');
		controller.abort(reason);
		await expect(answer).rejects.toBe(reason);
	});

	it('sends nothing that was aborted while this was loaded', async () => {
		const before = Request.last;
		await expect(upload({ signal: AbortSignal.abort() })).rejects.toThrow('aborted');
		expect(Request.last).toBe(before);
	});
});
