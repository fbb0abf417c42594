// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../../../src/fields/live/live.ts';
import type { FieldsFailure } from '../../../src/fields/fields.ts';
import { defer, find, render, submit, tasks } from '../dom.ts';
import { bodyOf, setup } from '../forms.ts';

const schema = v.object({
	name: v.pipe(v.string(), v.nonEmpty('is missing')),
	email: v.pipe(v.string(), v.includes('@', 'has no @')),
	'tags[]': v.optional(v.string())
});

const FORM = `<form method="POST" action="/login" id="f">
	<input name="name" value="Ada"><input name="email" value="ada">
	<button formnovalidate id="draft">Draft</button><button id="send">Send</button>
</form>`;

const failed = (app: ReturnType<typeof setup>): FieldsFailure =>
	app.page.current.form as FieldsFailure;
const namesOf = (app: ReturnType<typeof setup>): string[] =>
	failed(app).issues.map(({ name, message }) => `${name}: ${message}`);

const edit = (name: string, value: string): void => {
	const control = find<HTMLInputElement>(`[name="${name}"]`);
	control.value = value;
	control.dispatchEvent(new Event('input', { bubbles: true }));
};
const leave = (name: string): void =>
	void find(`[name="${name}"]`).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));

const success = { type: 'success', status: 200, data: '[{"ok":1},true]' };
const taken = {
	type: 'failure',
	status: 422,
	data: { values: { email: 'a@b' }, issues: [{ name: 'email', message: 'is taken' }] }
};

const begin = (answers: object[] = [success], options = {}, markup = FORM) => {
	const app = setup(...answers);
	app.page.set({ url: new URL('/login', location.href) });
	const form = render(markup);
	app.enhance(form, { schema, ...options });
	return { app, form };
};

beforeEach(() => vi.restoreAllMocks());

describe('the schema of a form', () => {
	it('sends a valid form', async () => {
		const { app, form } = begin();
		edit('email', 'a@b');
		submit(form);
		await vi.waitFor(() => expect(app.page.current.form).toEqual({ ok: true }));
		expect(app.fetch).toHaveBeenCalledTimes(1);
	});

	it('does not send an invalid form: it fails as on the server', async () => {
		const { app, form } = begin([success], { key: 'k' });
		submit(form);
		await vi.waitFor(() =>
			expect(app.page.current).toMatchObject({
				status: 422,
				form: {
					values: { name: 'Ada', email: 'ada' },
					issues: [{ name: 'email', message: 'has no @' }],
					key: 'k'
				}
			})
		);
		expect(app.fetch).not.toHaveBeenCalled();
		expect(app.submission('k')).toMatchObject({ pending: 0, result: { type: 'failure' } });
		expect(document.activeElement).toBe(find('[name=email]'));
	});

	it('comes after submit, which may change or cancel', async () => {
		const changed = begin([success], {
			submit: ({ formData }: { formData: FormData }) => formData.set('email', 'a@b')
		});
		submit(changed.form);
		await vi.waitFor(() => expect(bodyOf(changed.app)).toContain('a%40b'));

		const check = vi.fn(() => true);
		const cancelled = begin([success], {
			schema: v.pipe(schema, v.check(check)),
			submit: ({ cancel }: { cancel(): void }) => cancel()
		});
		submit(cancelled.form);
		await tasks();
		expect(check).not.toHaveBeenCalled();
		expect(cancelled.app.page.current.form).toBeNull();
	});

	it('gives its failure to the callback', async () => {
		const callback = vi.fn();
		const { app, form } = begin([success], { submit: () => callback });
		submit(form);
		await vi.waitFor(() => expect(callback).toHaveBeenCalledTimes(1));
		expect(callback.mock.calls[0]![0]).toMatchObject({
			result: { type: 'failure', status: 422, data: { issues: [{ name: 'email' }] } },
			stale: false
		});
		expect(app.page.current.form).toBeNull();
	});

	it('leaves the decision to the server where nothing is to be validated', async () => {
		const { app, form } = begin();
		submit(form, find('#draft'));
		await vi.waitFor(() => expect(app.fetch).toHaveBeenCalledTimes(1));
		find<HTMLFormElement>('form').noValidate = true;
		submit(form, find('#send'));
		await vi.waitFor(() => expect(app.fetch).toHaveBeenCalledTimes(2));
	});

	it('leaves the decision to the server where it throws', async () => {
		const report = vi.fn();
		vi.stubGlobal('reportError', report);
		const broken = v.pipe(
			schema,
			v.check(() => {
				throw new Error('a bug');
			})
		);
		const { app, form } = begin([success], { schema: broken });
		edit('email', 'a@b');
		submit(form);
		await vi.waitFor(() => expect(app.fetch).toHaveBeenCalledTimes(1));
		expect(report).toHaveBeenCalledTimes(1);
		vi.unstubAllGlobals();
	});

	it('may be asynchronous: the newest submission wins', async () => {
		const answers = [defer<boolean>(), defer<boolean>()];
		const waiting = [...answers];
		const slow = v.pipeAsync(
			schema,
			v.checkAsync(() => waiting.shift()!.promise, 'as a whole')
		);
		const { app, form } = begin([success], { schema: slow });
		edit('email', 'a@b');
		submit(form);
		await vi.waitFor(() => expect(waiting).toHaveLength(1));
		expect(app.submission('f').pending).toBe(1);
		submit(form);
		await vi.waitFor(() => expect(waiting).toHaveLength(0));
		answers[1]!.resolve(true);
		await vi.waitFor(() => expect(app.page.current.form).toEqual({ ok: true }));
		answers[0]!.resolve(false);
		await vi.waitFor(() => expect(app.submission('f').pending).toBe(0));
		expect(app.page.current.form).toEqual({ ok: true });
		expect(app.fetch).toHaveBeenCalledTimes(1);
	});

	it('does not abort a submission in flight for one that is not sent', async () => {
		const answer = defer<object>();
		const { app, form } = begin([answer.promise], { concurrency: 'replace' });
		edit('email', 'a@b');
		submit(form);
		await vi.waitFor(() => expect(app.fetch).toHaveBeenCalledTimes(1));
		edit('email', 'a');
		submit(form);
		await vi.waitFor(() => expect(failed(app).issues).toHaveLength(1));
		expect(app.fetch.mock.calls[0]![1]!.signal!.aborted).toBe(false);
		answer.resolve(success);
		await vi.waitFor(() => expect(app.submission('f').pending).toBe(0));
	});

	it('counts characters as the server does', async () => {
		const lines = v.object({ text: v.pipe(v.string(), v.length(4, 'is not 4 long')) });
		const { app, form } = begin(
			[success],
			{ schema: lines },
			`<form method="POST" action="/login" id="f"><textarea name="text"></textarea></form>`
		);
		edit('text', 'a\nb');
		submit(form);
		await vi.waitFor(() => expect(app.fetch).toHaveBeenCalledTimes(1));
	});

	it('knows lists by their controls', async () => {
		const lists = v.object({
			colours: v.array(v.string()),
			docs: v.pipe(v.array(v.file()), v.minLength(1, 'choose one'))
		});
		const { app, form } = begin(
			[success],
			{ schema: lists },
			`<form method="POST" action="/login" id="f">
				<input type="checkbox" name="colours" value="r" checked><input type="checkbox" name="colours" value="g">
				<input type="file" name="docs" multiple>
			</form>`
		);
		submit(form);
		await vi.waitFor(() => expect(failed(app)).toBeTruthy());
		expect(failed(app)).toEqual({
			values: { colours: ['r'] },
			issues: [{ name: 'docs', message: 'choose one' }]
		});
	});
});

describe('a form that has failed', () => {
	it('checks nothing before', async () => {
		const { app } = begin();
		edit('email', 'x');
		leave('email');
		await tasks();
		expect(app.page.current.form).toBeNull();
	});

	it('loses an issue as soon as it is right', async () => {
		const { app, form } = begin();
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
		edit('email', 'adam');
		await tasks();
		expect(namesOf(app)).toEqual(['email: has no @']);
		edit('email', 'ada@');
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
		// What is typed goes on being the user's.
		expect(failed(app).values).toEqual({ name: 'Ada', email: 'ada' });
		expect(find<HTMLInputElement>('[name=email]').value).toBe('ada@');
	});

	it('gets an issue when an edited field is left, and not before', async () => {
		const { app, form } = begin();
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
		edit('name', '');
		await tasks();
		expect(namesOf(app)).toEqual(['email: has no @']);
		leave('name');
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @', 'name: is missing']));
		leave('email');
		await tasks();
		expect(namesOf(app)).toHaveLength(2);
	});

	it('keeps an issue that only the server knows until the field is edited', async () => {
		const { app, form } = begin([taken]);
		edit('email', 'a@b');
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: is taken']));
		edit('name', 'Grace');
		leave('name');
		await tasks();
		expect(namesOf(app)).toEqual(['email: is taken']);
		edit('email', 'b@b');
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
	});

	it('checks nothing while a word is composed', async () => {
		const { app, form } = begin();
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
		const email = find('[name=email]');
		email.dispatchEvent(new Event('compositionstart', { bubbles: true }));
		edit('email', 'あ@');
		await tasks();
		expect(namesOf(app)).toEqual(['email: has no @']);
		email.dispatchEvent(new Event('compositionend', { bubbles: true }));
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
	});

	it('moves nothing under a click in progress', async () => {
		const { app, form } = begin();
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
		dispatchEvent(new Event('pointerdown'));
		edit('email', 'a@');
		leave('email');
		await tasks();
		expect(namesOf(app)).toEqual(['email: has no @']);
		dispatchEvent(new Event('pointerup'));
		dispatchEvent(new Event('click'));
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
		// One that ends without a click.
		edit('email', 'a');
		dispatchEvent(new Event('pointerdown'));
		leave('email');
		await tasks();
		expect(namesOf(app)).toEqual([]);
		dispatchEvent(new Event('pointerup'));
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
	});

	it('shows the newest of checks that overtake each other', async () => {
		const waiting: ((isRight: boolean) => void)[] = [];
		const slow = v.objectAsync({
			name: v.string(),
			email: v.pipeAsync(
				v.string(),
				v.checkAsync(() => new Promise<boolean>((resolve) => waiting.push(resolve)), 'is taken')
			)
		});
		const { app, form } = begin([success], { schema: slow });
		submit(form);
		await vi.waitFor(() => expect(waiting).toHaveLength(1));
		waiting[0]!(false);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: is taken']));
		edit('email', 'b');
		edit('email', 'c');
		await vi.waitFor(() => expect(waiting).toHaveLength(3));
		waiting[2]!(false);
		waiting[1]!(true);
		await tasks();
		expect(namesOf(app)).toEqual(['email: is taken']);
	});

	it('keeps what is typed, also where the host shows the page without a failure first', async () => {
		const { app, form } = begin();
		const control = find<HTMLInputElement>('[name=email]');
		Object.assign(app.navigation, {
			revise: async (change: () => void) => {
				control.value = '';
				await null;
				change();
				control.value = failed(app).values.email as string;
			}
		});
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['email: has no @']));
		edit('email', 'ada@');
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
		await tasks();
		expect(control.value).toBe('ada@');
		control.value = 'written';
		expect(control.value).toBe('written');
	});

	it('is left alone once the page shows something else', async () => {
		const { app, form } = begin();
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toHaveLength(1));
		app.page.set({ form: { other: true } });
		edit('email', 'a@b');
		await tasks();
		expect(app.page.current.form).toEqual({ other: true });
	});

	it('updates an issue that depends on another field', async () => {
		const pair = v.pipe(
			v.object({ one: v.string(), two: v.string() }),
			v.forward(
				v.partialCheck([['one'], ['two']], ({ one, two }) => one === two, 'is not the same'),
				['two']
			)
		);
		const { app, form } = begin(
			[success],
			{ schema: pair },
			`<form method="POST" action="/login"><input name="one" value="a"><input name="two" value="b"></form>`
		);
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toEqual(['two: is not the same']));
		edit('one', 'b');
		await vi.waitFor(() => expect(namesOf(app)).toEqual([]));
	});

	it('is left alone once it is given back to the browser', async () => {
		const app = setup(success);
		app.page.set({ url: new URL('/login', location.href) });
		const form = render(FORM);
		const { destroy } = app.enhance(form, { schema });
		submit(form);
		await vi.waitFor(() => expect(namesOf(app)).toHaveLength(1));
		destroy();
		edit('email', 'a@b');
		await tasks();
		expect(namesOf(app)).toHaveLength(1);
	});
});
