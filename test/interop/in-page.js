// @ts-nocheck: its imports are URLs of the page.
/**
 * What the pages of the interop tests run: softpost's browser half on the one form of the page. All that it
 * does is in `window.log`. The fragment says in which way: `#parts` with given parts, `#json` as the wrong type.
 */
import { createForms, enhance } from '/softpost.min.js';

const log = (window.log = []);

/** Only what crosses over to the test as it is. */
const plain = (value) => {
	if (value instanceof Date) return `Date ${value.toISOString()}`;
	if (value instanceof Map) return `Map ${JSON.stringify([...value])}`;
	if (value instanceof URL) return value.href;
	if (value instanceof Response) return `Response ${value.status}`;
	if (value instanceof Error) return Object.assign({}, value, { message: value.message });
	if (!value || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};

const note =
	(name) =>
	async (...values) => {
		log.push([name, ...values.filter((value) => value && typeof value !== 'function').map(plain)]);
	};

const submit =
	() =>
	async ({ result, update }) => {
		await note('result')(result);
		await update();
		await note('done')();
	};

const parts = {
	page: { current: {}, subscribe: () => () => {}, set: note('set') },
	navigation: {
		goto: note('goto'),
		showError: note('showError'),
		invalidateAll: note('invalidateAll')
	}
};

/** As somebody might who takes actions for an API. */
const json = {
	fetch: (url, { headers, ...init }) => {
		headers.set('content-type', 'application/json');
		return fetch(url, { ...init, headers, body: '{}' });
	}
};

const form = document.querySelector('form');
const { hash } = location;
const given = { ...(hash === '#parts' && parts), ...(hash === '#json' && json) };
// SvelteKit's own server goes by this, where a server of our wire knows us by a header.
const options = { submit, headers: { accept: 'application/json' } };
if (hash) createForms(given).enhance(form, options);
else enhance(form, options);
document.documentElement.dataset.started = '';
