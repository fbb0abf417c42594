import assert from 'node:assert/strict';
import { test } from 'node:test';
import { app } from '../build/app.js';

/** Sends the form as a browser does without JavaScript. */
const sign = (name) =>
	app.fetch(
		new Request('http://localhost/?/sign', {
			method: 'POST',
			headers: { origin: 'http://localhost', accept: 'text/html' },
			body: new URLSearchParams({ name })
		})
	);

test('a guest signs', async () => {
	const missing = await sign('');
	assert.equal(missing.status, 400);
	assert.match(await missing.text(), /Enter your name/);
	const page = await sign('Ada');
	assert.match(await page.text(), /Welcome, Ada[\s\S]*<li>Ada<\/li>/);
});
