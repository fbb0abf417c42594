// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../../../src/apply/apply-action.ts';
import type { Target } from '../../../src/apply/target.ts';
import { blankPage } from '../../../src/page/page-state.ts';
import { createStore } from '../../../src/page/store.ts';

const here = new URL('http://localhost/');
const navigator = { here: () => here, goto: async () => {}, showError: async () => {} };

let button: HTMLButtonElement;
let target: Target;

beforeEach(() => {
	document.body.innerHTML =
		'<form><input autofocus><button>Pin</button></form><a href="/">Home</a>';
	button = document.querySelector('button')!;
	button.focus();
	const page = createStore(blankPage(here));
	target = { page, navigator: () => navigator };
});

const moveFocus = (keepFocus = true): Promise<void> =>
	carryOut([{ do: 'focus', invalid: false }], target, {
		form: document.querySelector('form')!,
		focused: button,
		gotoOptions: keepFocus ? { keepFocus } : {},
		isRetry: false,
		isLate: () => false,
		isGone: () => false,
		edited: () => [],
		reset: async () => []
	});

describe('data-sveltekit-keepfocus', () => {
	it('leaves the focus where it is', async () => {
		await moveFocus();
		expect(document.activeElement).toBe(button);
	});

	it('leaves the focus where the user has put it in the meantime', async () => {
		document.querySelector('a')!.focus();
		await moveFocus();
		expect(document.activeElement).toBe(document.querySelector('a'));
	});

	it('gives it back to an element that lost it by being moved', async () => {
		button.blur();
		await moveFocus();
		expect(document.activeElement).toBe(button);
	});

	it('absent, lets it go to autofocus', async () => {
		await moveFocus(false);
		expect(document.activeElement).toBe(document.querySelector('input'));
	});
});
