import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { deserialize } from 'softpost';
import { expect, it } from 'vitest';
import type { Gone } from './mount-app.ts';

/** An app as it is mounted somewhere, and how to talk to it. */
export interface Mounted {
	origin: string;
	send: (request: Request) => Promise<Response>;
	/** The address the requests come from. */
	address: string;
	gone: Gone;
}

const html = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
const enhanced = {
	accept: 'application/json',
	'x-sveltekit-action': 'true',
	'sec-fetch-site': 'same-origin'
};

/** What every mount must do with forms; `mounted` is called in the tests. */
export const itServesForms = (mounted: () => Mounted): void => {
	const send = (path: string, init: RequestInit = {}): Promise<Response> =>
		mounted().send(new Request(mounted().origin + path, { redirect: 'manual', ...init }));

	const post = (
		path: string,
		headers: Record<string, string>,
		body: BodyInit = new URLSearchParams()
	): Promise<Response> => send(path, { method: 'POST', headers, body });

	const resultOf = async (response: Promise<Response>) =>
		deserialize(await (await response).text());

	it('shows a page: its own URL, the address of the client', async () => {
		const response = await send('/?q=%C3%A4', { headers: html });
		expect(response.headers.get('content-type')).toMatch('text/html');
		const document = await response.text();
		expect(document).toContain(`"href":"${mounted().origin}/?q=%C3%A4"`);
		expect(document).toContain(`"address":"${mounted().address}"`);
	});

	it('answers a native submission with the page and the status of fail', async () => {
		const response = await post('/?/save', html);
		expect(response.status).toBe(422);
		expect(await response.text()).toContain('"form":{"missing":true}');
	});

	it('answers a native submission with a real redirect, and each cookie in a separate header', async () => {
		const response = await post('/?/login', html);
		expect([response.status, response.headers.get('location')]).toEqual([303, '/?welcome']);
		const [user, theme] = response.headers.getSetCookie();
		expect(user).toMatch(/^user=ann;.*HttpOnly/);
		expect(theme).toMatch(/^theme=dark;(?!.*HttpOnly)/);
		const page = await send('/', { headers: { ...html, cookie: 'user=ann; theme=dark' } });
		expect(await page.text()).toContain('"user":"ann"');
	});

	it('answers an enhanced submission with an action result', async () => {
		const body = new URLSearchParams({ name: 'Zoë' });
		// As softpost's own client sends it.
		const headers = { ...enhanced, 'x-softpost-submission': randomUUID() };
		expect(await resultOf(post('/?/save', headers, body))).toEqual({
			type: 'success',
			status: 200,
			data: { saved: 'Zoë' },
			location: '/'
		});
		const failed = await post('/?/save', enhanced);
		expect(failed.status).toBe(422);
		expect(deserialize(await failed.text())).toMatchObject({ type: 'failure', status: 422 });
		const redirected = await post('/?/login', enhanced);
		expect([redirected.status, redirected.headers.getSetCookie().length]).toEqual([200, 2]);
		const result = { type: 'redirect', status: 303, location: '/?welcome' };
		expect(deserialize(await redirected.text())).toMatchObject(result);
	});

	it('answers an error of the app with its status', async () => {
		const response = await post('/?/broken', enhanced);
		expect(response.status).toBe(409);
		const error = { message: 'Somebody was faster' };
		expect(deserialize(await response.text())).toMatchObject({ type: 'error', error });
	});

	it('takes an upload, byte for byte', async () => {
		const bytes = randomBytes(250_000);
		const form = new FormData();
		form.set('file', new File([bytes], 'Zoë "1".bin', { type: 'application/x-own' }));
		const digest = createHash('sha256').update(bytes).digest('hex');
		expect(await resultOf(post('/?/upload', enhanced, form))).toMatchObject({
			data: { name: 'Zoë "1".bin', size: 250_000, digest }
		});
	});

	it('refuses a body over the limit with 413, for a script and for a browser', async () => {
		const body = 'a'.repeat(400_000);
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const refused = await post('/?/save', { ...enhanced, ...type }, body);
		expect(refused.status).toBe(413);
		expect(deserialize(await refused.text()).type).toBe('error');
		const page = await post('/?/save', { ...html, ...type }, body);
		expect([page.status, page.headers.get('content-type')]).toEqual([
			413,
			expect.stringContaining('text/html')
		]);
	});

	it('refuses requests from another site', async () => {
		const headers = { ...html, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
		expect((await post('/?/save', headers)).status).toBe(403);
	});

	it('passes on other methods and types of body, and responds to HEAD without one', async () => {
		const init = { method: 'PUT', headers: { 'sec-fetch-site': 'same-origin' }, body: '{"a":1}' };
		const json = { ...init.headers, 'content-type': 'application/json' };
		expect(await (await send('/methods', { ...init, headers: json })).text()).toBe('put {"a":1}');
		const head = await send('/', { method: 'HEAD', headers: html });
		expect([head.status, await head.text()]).toEqual([200, '']);
	});

	it('shows the error page where nothing is', async () => {
		const response = await send('/nothing', { headers: html });
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('"error":{"message":');
	});

	it('aborts the request of a client that goes away', async () => {
		const { gone } = mounted();
		const controller = new AbortController();
		const { signal } = controller;
		const sent = send('/?/waits', {
			method: 'POST',
			headers: enhanced,
			body: new URLSearchParams(),
			signal
		});
		await gone.begun;
		controller.abort();
		await expect(sent).rejects.toThrow();
		await gone.aborted;
	});
};
