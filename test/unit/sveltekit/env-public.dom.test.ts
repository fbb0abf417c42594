// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

it.each([
	['{"PUBLIC_NAME":"Ada"}', { PUBLIC_NAME: 'Ada' }],
	[null, {}]
])('what a page says of the environment is there in a browser', async (json, expected) => {
	vi.resetModules();
	document.body.innerHTML =
		json === null ? '' : `<script type="application/json" id="softpost-env">${json}</script>`;
	const { env } = await import('../../../src/sveltekit/env/public-browser.ts');
	expect(env).toEqual(expected);
});
