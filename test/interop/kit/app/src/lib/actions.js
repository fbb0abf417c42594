import { error, fail, redirect } from '@sveltejs/kit';
import { pass } from '$lib/gate.js';
import { Money } from '$lib/money.js';
import { runs } from '$lib/runs.js';

const nameOf = async ({ request }) => (await request.formData()).get('name');

export const actions = {
	async save(event) {
		const name = await nameOf(event);
		runs.push(name);
		event.cookies.set('user', name, { path: '/' });
		return { saved: name, price: new Money(250) };
	},
	nothing: () => {},
	async wrong(event) {
		const name = await nameOf(event);
		runs.push(name);
		return fail(422, { wrong: name });
	},
	away: () => redirect(303, '/other?from=away'),
	download: () => redirect(303, '/robots.txt'),
	teapot: () => error(418, 'Teapot'),
	crash() {
		throw new Error('secret');
	},
	/** Answers when it is let go. */
	async hold(event) {
		const name = await nameOf(event);
		runs.push(name);
		await pass();
		return { saved: name };
	},
	/** Answers with the bytes that came, one character each. */
	async bytes({ request }) {
		const { buffer } = new Uint8Array(await request.arrayBuffer());
		// Escaped: in a document line breaks would become others.
		return { bytes: JSON.stringify(new TextDecoder('latin1').decode(buffer)) };
	},
	async upload({ request }) {
		const file = (await request.formData()).get('file');
		return { name: file.name, size: file.size };
	}
};
