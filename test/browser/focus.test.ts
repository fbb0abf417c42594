import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { applied, focused, hosts, run, useStage } from './stage.ts';

const open = useStage();

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

const input = (name: string, attributes = ''): string =>
	`<input name="${name}" aria-label="${name}" ${attributes}>`;

const wrong = (name: string, attributes = ''): string =>
	input(name, `aria-invalid="true" ${attributes}`);

const form = (fields: string, action = 'fail'): string =>
	`<form method="POST" action="/?/${action}" novalidate id="form">${fields}<button>Send</button></form>`;

/** What has the focus after a failure of a form whose second field is wrong in any case. */
const passedOver: Record<string, string> = {
	'a fieldset around it': `<fieldset aria-invalid="true">${input('a')}${wrong('target')}</fieldset>`,
	'a fieldset before it': `<fieldset aria-invalid="true">${input('a')}</fieldset>${wrong('target')}`,
	'a hidden input': `${wrong('a', 'type="hidden"')}${wrong('target')}`,
	'a disabled input': `${wrong('a', 'disabled')}${wrong('target')}`,
	'a disabled fieldset': `<fieldset disabled>${wrong('a')}</fieldset>${wrong('target')}`,
	'display: none': `<p style="display: none">${wrong('a')}</p>${wrong('target')}`,
	'visibility: hidden': `<p style="visibility: hidden">${wrong('a')}</p>${wrong('target')}`,
	'the attribute hidden': `<p hidden>${wrong('a')}</p>${wrong('target')}`,
	inert: `<p inert>${wrong('a')}</p>${wrong('target')}`,
	'a closed dialog': `<dialog>${wrong('a')}</dialog>${wrong('target')}`,
	'a closed popover': `<p popover>${wrong('a')}</p>${wrong('target')}`,
	'a disabled input in closed details': `<details>${wrong('a', 'disabled')}</details>${wrong('target')}`,
	'closed details that are not displayed': `<p style="display: none"><details hidden>${wrong('a')}</details></p>${wrong('target')}`,
	'an element that takes no focus': `<p aria-invalid="true">Text</p>${wrong('target')}`
};

const found: Record<string, [markup: string, target: string, submit?: string]> = {
	'attached by form=, before the form': [wrong('a', 'form="form"') + form(wrong('b')), 'a'],
	'attached by form=, after the form': [form(input('a')) + wrong('b', 'form="form"'), 'b'],
	'of the form, not of another one within it by form=': [
		`<form id="other"></form>${form(wrong('a', 'form="other"') + wrong('b'))}`,
		'b'
	],
	'that the browser finds invalid': [form(input('a') + input('b', 'required')), 'b'],
	'that the page has found invalid by setCustomValidity': [
		form(input('a') + input('b')),
		'b',
		`({ formElement }) => formElement.elements.b.setCustomValidity('no')`
	],
	'that is a textarea': [
		form(`<textarea name="a" aria-label="a" aria-invalid="true"></textarea>`),
		'a'
	],
	'that is a select': [form(`<select name="a" aria-label="a" aria-invalid="true"></select>`), 'a'],
	'that can be edited but is no control': [
		form(`<div contenteditable aria-label="a" aria-invalid="true"></div>${wrong('b')}`),
		'a'
	],
	'in closed details': [
		form(`<details><summary>More</summary>${wrong('a')}</details>${wrong('b')}`),
		'a'
	],
	'in details within details': [
		form(
			`<details><details open><details>${wrong('a')}</details></details></details>${wrong('b')}`
		),
		'a'
	],
	'of a radio group, which is its first button': [
		form(
			`<input type="radio" name="r" aria-label="one" required><input type="radio" name="r" aria-label="two" required>`
		),
		'one'
	],
	'of a radio group, which is the chosen button': [
		form(
			`<input type="radio" name="r" aria-label="one" aria-invalid="true"><input type="radio" name="r" aria-label="two" checked aria-invalid="true">`
		),
		'two'
	],
	'of a group that is marked as a whole': [
		form(
			`<fieldset aria-invalid="true" role="radiogroup"><input type="radio" name="r" aria-label="one"><input type="radio" name="r" aria-label="two" checked></fieldset>`
		),
		'two'
	],
	'however the form’s fields are called': [
		form(`<input name="elements"><input name="contains"><input name="isConnected">${wrong('a')}`),
		'a'
	]
};

describe.for(hosts)('in %s, after a failure the focus is', (host) => {
	it.for(Object.entries(passedOver))('past %s', async ([, fields]) => {
		const page = await open(host, form(fields));
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('target');
		expect(await page.locator('details[open]').count()).toBe(0);
	});

	it.for(Object.entries(found))('on the first control %s', async ([, [markup, target, submit]]) => {
		const page = await open(host, markup, submit);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe(target);
	});

	it('at the start where no control is wrong', async () => {
		const page = await open(host, form(input('a')));
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('BODY');
	});
});

/** What has a form in it, each opened by `open()`. */
const layers: Record<string, (content: string) => string> = {
	'a modal dialog': (content) => `<dialog id="layer">${content}</dialog>`,
	'a dialog that is not modal': (content) => `<dialog id="layer" open>${content}</dialog>`,
	'a popover': (content) => `<div popover id="layer">${content}</div>`,
	'an element with role="dialog"': (content) =>
		`<div role="dialog" aria-label="Layer" id="layer">${content}</div>`,
	'an element with role="alertdialog"': (content) =>
		`<div role="alertdialog" id="layer">${content}</div>`,
	'a modal dialog above another': (content) =>
		`<dialog id="outer"><p>${input('outer')}</p><dialog id="layer">${content}</dialog></dialog>`,
	'a shadow tree in a modal dialog': (content) => `<dialog id="layer">${content}</dialog>`
};

const openLayers = `
	document.querySelector('#outer')?.showModal();
	const layer = document.querySelector('#layer');
	if (layer.popover) layer.showPopover();
	else if (layer.showModal && !layer.open) layer.showModal();
`;

/** Whether focus is on the layer or in it, and what Tab leads to then. */
const inLayer = async (page: Page): Promise<[within: boolean, next: string]> => {
	const within: boolean = await run(
		page,
		`document.querySelector('#layer').contains(document.activeElement)`
	);
	await page.keyboard.press('Tab');
	return [within, await focused(page)];
};

describe.for(hosts)('in %s, a form in a layer of the page', (host) => {
	it.for(
		Object.entries(layers).flatMap(([name, around]) =>
			['save', 'fail'].map((action) => [name, action, around] as const)
		)
	)('(%s, %s) leaves the focus at the start of the layer', async ([, action, around]) => {
		const content = `<p>Text</p><button>First</button>${form(input('a'), action)}`;
		const page = await open(host, input('page', 'autofocus') + around(content));
		await run(page, `{ ${openLayers} }`);
		await press(page, 'Send');
		await applied(page);
		expect(await inLayer(page)).toEqual([true, 'First']);
	});

	it('leaves the focus on the element with autofocus there', async () => {
		const content = form(input('a') + input('b', 'autofocus'), 'save');
		const markup = `${input('page', 'autofocus')}<dialog id="layer">${content}</dialog>`;
		const page = await open(host, markup);
		await run(page, `{ ${openLayers} }`);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('b');
	});

	it('leaves the focus on the invalid control there', async () => {
		const page = await open(host, `<dialog id="layer">${form(input('a') + wrong('b'))}</dialog>`);
		await run(page, `{ ${openLayers} }`);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('b');
	});

	it('whose button alone is in a modal dialog keeps the focus there', async () => {
		const markup = `<form method="POST" action="/?/fail" id="form"></form>
			<dialog id="layer"><button>First</button><button form="form">Send</button></dialog>`;
		const page = await open(host, markup);
		await run(page, `{ ${openLayers} }`);
		await press(page, 'Send');
		await applied(page);
		expect(await inLayer(page)).toEqual([true, 'First']);
	});

	it('does not close a layer that closes when focus leaves it', async () => {
		const content = `<div role="dialog" id="layer">${form(input('a'))}</div>`;
		const page = await open(host, content + input('page'));
		await run(
			page,
			`document.addEventListener('focusin', ({ target }) => layer.contains(target) || layer.remove())`
		);
		await press(page, 'Send');
		await applied(page);
		await page.getByRole('dialog').waitFor();
	});
});

/** Holds the answer to the next submission. */
const hold = async (page: Page): Promise<() => void> => {
	let release!: () => void;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route(/\/\?\//, async (route) => {
		await released;
		await route.continue();
	});
	return release;
};

describe.for(hosts.flatMap((host) => ['save', 'fail'].map((action) => [host, action] as const)))(
	'in %s, focus stays (%s)',
	([host, action]) => {
		it('where the user has put it since the submit', async () => {
			const page = await open(host, form(wrong('a'), action) + input('elsewhere'));
			const release = await hold(page);
			await press(page, 'Send');
			await page.getByLabel('elsewhere').click();
			release();
			await applied(page);
			expect(await focused(page)).toBe('elsewhere');
		});

		it('in another field of the form that the user has gone on to', async () => {
			const page = await open(host, form(wrong('a') + input('b'), action));
			const release = await hold(page);
			await page.getByLabel('b').press('Enter');
			await page.getByLabel('b').press('Shift+Tab');
			release();
			await applied(page);
			expect(await focused(page)).toBe('a');
		});

		it('on the opener of a dialog that the submit has closed', async () => {
			const page = await open(
				host,
				`<button id="opener" onclick="layer.showModal()">Open</button>
				<dialog id="layer">${form(wrong('a'), action)}</dialog>`,
				'() => void layer.close()'
			);
			await press(page, 'Open');
			await press(page, 'Send');
			await applied(page);
			expect(await focused(page)).toBe('opener');
		});

		it('on the field that reportValidity() has focused', async () => {
			const page = await open(
				host,
				form(wrong('a') + input('b'), action),
				`({ formElement }) => async ({ update }) => {
					const { b } = formElement.elements;
					b.setCustomValidity('taken');
					b.reportValidity();
					await update();
					ends += 1;
				}`
			);
			await press(page, 'Send');
			await applied(page);
			expect(await focused(page)).toBe('b');
		});

		it('where the page has put it in response to the result', async () => {
			const page = await open(
				host,
				`${form(wrong('a'), action)}<p tabindex="-1" id="summary">Summary</p>`,
				'() => async ({ update }) => { summary.focus(); await update(); ends += 1; }'
			);
			await press(page, 'Send');
			await applied(page);
			expect(await focused(page)).toBe('summary');
		});

		it('in a frame that the user has gone to', async () => {
			const frame = '<iframe title="f" id="frame" srcdoc="<input>"></iframe>';
			const page = await open(host, form(wrong('a'), action) + frame);
			const release = await hold(page);
			await press(page, 'Send');
			await page.frameLocator('iframe').locator('input').click();
			release();
			await applied(page);
			expect(await focused(page)).toBe('frame');
		});

		it('while a word is composed, and the rest of the word goes to its field', async () => {
			const page = await open(host, form(wrong('a') + input('b'), action), '() => {}');
			const keyboard = await page.context().newCDPSession(page);
			const compose = (text: string): Promise<unknown> =>
				keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
			await page.getByLabel('b').focus();
			await compose('か');
			await run(page, 'document.forms.form.requestSubmit()');
			await applied(page);
			await compose('かん');
			await keyboard.send('Input.insertText', { text: '漢' });
			expect(await focused(page)).toBe('b');
			expect(await run(page, `document.forms.form.elements.b.value`)).toBe('漢');
			await run(page, 'document.forms.form.requestSubmit()');
			await applied(page, 2);
			expect(await focused(page)).toBe(action === 'fail' ? 'a' : 'BODY');
		});
	}
);

describe.for(hosts)('in %s', (host) => {
	it('focus that was lost with its element is reset', async () => {
		const page = await open(host, form(wrong('a')), `({ submitter }) => void submitter.remove()`);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('a');
	});

	it('focus skips an element with autofocus that cannot take it', async () => {
		const page = await open(
			host,
			`<dialog>${input('closed', 'autofocus')}</dialog>
			${input('disabled', 'disabled autofocus')}${input('first', 'autofocus')}${form('', 'save')}`
		);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('first');
	});

	it('focus goes to the start where nothing that has autofocus can take it', async () => {
		const markup = `<dialog>${input('closed', 'autofocus')}</dialog>${form('', 'save')}`;
		const page = await open(host, markup);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('BODY');
	});
});

describe.for(hosts)('in %s, a callback that calls applyAction', (host) => {
	const submit = '() => async ({ result }) => { await applyAction(result); ends += 1; }';

	it('has the focus on the invalid control of its own form', async () => {
		const page = await open(host, wrong('of another') + form(input('a') + wrong('b')), submit);
		await press(page, 'Send');
		await applied(page);
		expect(await focused(page)).toBe('b');
	});

	it('leaves the focus where the user has put it since the submit', async () => {
		const page = await open(host, form(wrong('a')) + input('elsewhere'), submit);
		const release = await hold(page);
		await press(page, 'Send');
		await page.getByLabel('elsewhere').click();
		release();
		await applied(page);
		expect(await focused(page)).toBe('elsewhere');
	});

	it('leaves the focus in the dialog of its form', async () => {
		const dialog = `<dialog id="layer"><button>First</button>${form(input('a'))}</dialog>`;
		const page = await open(host, dialog, submit);
		await run(page, `{ ${openLayers} }`);
		await press(page, 'Send');
		await applied(page);
		expect(await inLayer(page)).toEqual([true, 'First']);
	});
});

describe('a navigation', () => {
	const go = async (page: Page, path: string, heading: string): Promise<void> => {
		await run(page, `goto('${path}')`);
		await page.getByRole('heading', { name: heading }).waitFor();
	};

	it('leaves the focus where the user has put it while the page was loading', async () => {
		const page = await open('the Svelte host', input('kept'));
		let release!: () => void;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/other', async (route) => {
			await released;
			await route.continue();
		});
		await page.getByRole('link', { name: 'Other' }).click();
		await page.getByLabel('kept').click();
		release();
		await page.getByRole('heading', { name: 'Other' }).waitFor();
		await expect
			.poll(() => run(page, 'document.querySelector("[aria-live]").textContent'))
			.toBe('/other');
		expect(await focused(page)).toBe('kept');
	});

	it('takes the focus from the element that had it when it began', async () => {
		const page = await open('the Svelte host', input('kept'));
		await page.getByLabel('kept').focus();
		await go(page, '/other', 'Other');
		expect(await focused(page)).toBe('BODY');
	});

	it('skips an element with autofocus that cannot take it', async () => {
		const page = await open('the Svelte host', '');
		await go(page, '/auto', 'Auto');
		expect(await focused(page)).toBe('First');
	});

	it('stays in a modal dialog that is open above it', async () => {
		const page = await open(
			'the Svelte host',
			'<dialog id="layer"><button>First</button></dialog>'
		);
		await run(page, `{ ${openLayers} }`);
		await go(page, '/other', 'Other');
		expect(await inLayer(page)).toEqual([true, 'First']);
	});

	it.for(['mount', 'afterNavigate'])(
		'leaves focus and scroll position to the page (%s)',
		async (by) => {
			const page = await open('the Svelte host', '<div style="height: 900px"></div>');
			await run(page, 'scrollTo(0, 300)');
			await go(page, `/own?by=${by}#end`, 'Own');
			expect(await run(page, 'scrollY')).toBe(700);
			expect(await focused(page)).toBe('Own field');
		}
	);

	it('scrolls to the top of a page that is shorter', async () => {
		const page = await open('the Svelte host', '<div style="height: 900px" id="high"></div>');
		await run(page, 'scrollTo(0, 9999)');
		await run(
			page,
			`addEventListener('scroll', () => {}, { once: true }), requestAnimationFrame(() => {})`
		);
		await run(page, `kit = goto('/other'), high.style.height = '500px', kit`);
		expect(await run(page, 'scrollY')).toBe(0);
	});

	it.for(['mount', 'afterNavigate'])(
		'nor does the first load take them from the page (%s)',
		async (by) => {
			const page = await open('the Svelte host', '');
			await page.goto(new URL(`/own?by=${by}#end`, page.url()).href);
			await page.waitForSelector('html[data-started]');
			await run(
				page,
				'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'
			);
			expect(await run(page, 'scrollY')).toBe(700);
			expect(await focused(page)).toBe('Own field');
		}
	);
});
