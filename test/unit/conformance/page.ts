import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, error, fail, invalid, redirect, toNodeHandler } from '../../../src/server.ts';
import type { Actions, RequestEvent } from '../../../src/server.ts';

const describeFile = ({ name, type, size }: File) => ({ filename: name, type, size });

const entriesOf = (data: FormData): unknown[] =>
	[...data].map(([name, value]) => [name, value instanceof File ? describeFile(value) : value]);

/** The actions of the conformance page, as docs/wire.md has them. */
export const conformanceActions = (): Actions => {
	let count = 0;
	return {
		echo: async ({ request }: RequestEvent) => ({ entries: entriesOf(await request.formData()) }),
		empty: () => {},
		fail: () => fail(422, { reason: 'no' }),
		fields: async ({ request }: RequestEvent) => {
			const form = await request.formData();
			return invalid(form, {
				email: 'has no @',
				_password: `${String(form.get('_password'))} is short`
			});
		},
		redirect: () => redirect(303, '/softpost-conformance?a=1'),
		error: () => error(418, 'A teapot'),
		crash: () => {
			throw new Error('conformance-secret');
		},
		count: () => ({ count: ++count })
	};
};

/** An app with the conformance page at `/page`. */
export const conformanceApp = () =>
	createApp({
		routes: { '/page': { page: { actions: conformanceActions() } } },
		render: ({ page }) => `<!doctype html><title>${page.status}</title>`,
		handleError: () => {}
	});

/** Serves on a free port until the test is over. */
export const serve = async (
	listener: RequestListener = toNodeHandler(conformanceApp())
): Promise<{ url: string; close(): void }> => {
	const server = createServer(listener);
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = (): void => {
		server.closeAllConnections();
		server.close();
	};
	return { url: `http://127.0.0.1:${port}/page`, close };
};
