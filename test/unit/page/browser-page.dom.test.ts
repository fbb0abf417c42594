// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { browserPage } from '../../../src/page/browser-page.ts';
import { page } from '../../../src/page.ts';

it('begins at the URL of the document', () => {
	expect(page.current.url.href).toBe(location.href);
});

it('is one instance, whatever entry it comes from', () => {
	expect(page).toBe(browserPage);
});
