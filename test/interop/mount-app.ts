import { createApp, error, fail, redirect, type App } from 'softpost/server';

/** Tells a test what became of a request that its client left. */
export interface Gone {
	begun: Promise<void>;
	aborted: Promise<void>;
}

const deferred = (): { promise: Promise<void>; resolve: () => void } => {
	let resolve!: () => void;
	const promise = new Promise<void>((done) => (resolve = done));
	return { promise, resolve };
};

/** The hexadecimal SHA-256 of a file, by which a test sees that all of its bytes arrived in order. */
const digestOf = async (file: File): Promise<string> => {
	const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The app that every mount serves: one action for each thing that a mount can get wrong. */
export const mountApp = (): { app: App; gone: Gone } => {
	const begun = deferred();
	const aborted = deferred();
	const app = createApp({
		bodyLimit: 300_000,
		routes: {
			'/': {
				page: {
					load: ({ url, cookies, getClientAddress }) => ({
						href: url.href,
						user: cookies.get('user'),
						address: getClientAddress()
					}),
					actions: {
						save: async ({ request }) => {
							const name = (await request.formData()).get('name');
							if (!name) return fail(422, { missing: true });
							return { saved: name };
						},
						login: ({ cookies }) => {
							cookies.set('user', 'ann', { path: '/' });
							cookies.set('theme', 'dark', { path: '/', httpOnly: false });
							redirect(303, '/?welcome');
						},
						upload: async ({ request }) => {
							const file = (await request.formData()).get('file') as File;
							return { name: file.name, size: file.size, digest: await digestOf(file) };
						},
						broken: () => error(409, 'Somebody was faster'),
						waits: async ({ request: { signal } }) => {
							signal.addEventListener('abort', aborted.resolve);
							begun.resolve();
							await aborted.promise;
						}
					}
				}
			},
			'/methods': {
				endpoint: { PUT: async ({ request }) => new Response(`put ${await request.text()}`) }
			}
		},
		render: ({ page }) => `<!doctype html><pre>${JSON.stringify(page)}</pre>`
	});
	return { app, gone: { begun: begun.promise, aborted: aborted.promise } };
};
