// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { find, render, submit, tasks } from '../dom.ts';
import { bodyOf, ERROR, FAILURE, FORM, headersOf, setup, SUCCESS } from '../forms.ts';

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
	document.body.innerHTML = '';
	vi.restoreAllMocks();
});

/** An app with one form, found as `k`. */
const start = (options: object, ...answers: Parameters<typeof setup>) => {
	const app = setup(...answers);
	const enhanced = app.enhance(render(FORM), { key: 'k', ...options });
	return { ...app, enhanced, form: find('form'), status: app.submission('k') };
};

describe('the key of a form', () => {
	it.each([
		['its key', 'id="i" name="n"', { key: 'k' }, 'k'],
		['else its id', 'id="i" name="n"', {}, 'i'],
		['else its name', 'name="n"', {}, 'n'],
		['its id, though a field is called so', 'id="i"><input name="id"', {}, 'i']
	])('is %s', async (_, attributes, options, key) => {
		const app = setup(SUCCESS);
		app.enhance(render(`<form method="post" ${attributes}></form>`), options);
		submit(find('form'));
		await tasks();
		expect(app.submission(key).result).toMatchObject(SUCCESS);
	});

	it('may be missing: then the status is private', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM));
		submit(find('form'));
		await tasks();
		expect(app.submission('').result).toBeNull();
	});

	it('gives forms their own last result beside the one of the page', async () => {
		const app = setup(SUCCESS, FAILURE);
		render(`<div>${FORM}${FORM}</div>`);
		const forms = [...document.querySelectorAll('form')];
		forms.forEach((form, index) => app.enhance(form, { key: `${index}` }));
		for (const form of forms) {
			submit(form);
			await tasks();
		}
		expect(app.submission('0').result).toMatchObject({ data: { ok: true } });
		expect(app.submission('1').result).toMatchObject({ data: { missing: true } });
		expect(app.page.current.form).toEqual({ missing: true });
	});
});

describe('error', () => {
	it("is the server's error, with the code server and its status", async () => {
		const { form, status } = start({}, ERROR);
		submit(form);
		await tasks();
		expect(status.error).toMatchObject({ code: 'server', message: 'Down', status: 503 });
	});

	it('is gone after a result that is none', async () => {
		const { form, status } = start({}, ERROR, SUCCESS);
		submit(form);
		await tasks();
		submit(form);
		await tasks();
		expect(status).toMatchObject({ error: null, result: SUCCESS });
	});

	it("is all that shows it with onError: 'keep'", async () => {
		const { form, status, log } = start({ onError: 'keep' }, ERROR);
		submit(form);
		await tasks();
		expect(status.error).toMatchObject({ message: 'Down' });
		expect(log).toEqual([]);
	});
});

describe('retry', () => {
	it('sends the same again, with the same id, to the callback that is there', async () => {
		const callback = vi.fn(({ update }: { update(): Promise<void> }) => update());
		const prepare = vi.fn(({ formData }: { formData: FormData }) => {
			formData.append('added', '1');
			return callback;
		});
		const app = start({ submit: prepare, onError: 'keep' }, ERROR, SUCCESS);
		submit(app.form);
		await tasks();
		find<HTMLInputElement>('input').value = 'typed since';
		await app.status.retry();
		expect(prepare).toHaveBeenCalledOnce();
		expect(callback).toHaveBeenCalledTimes(2);
		expect(String(bodyOf(app, 1))).toBe('a=1&added=1');
		expect(bodyOf(app, 1)).toEqual(bodyOf(app, 0));
		const id = 'x-softpost-submission';
		expect(headersOf(app, 1).get(id)).toBe(headersOf(app, 0).get(id));
		expect(app.status).toMatchObject({ pending: 0, error: null, result: SUCCESS });
	});

	it.each([
		['nothing was sent', []],
		['the last result is no error', [FAILURE]]
	])('does nothing where %s', async (_, answers) => {
		const { form, status, fetch } = start({}, ...answers);
		if (answers.length) submit(form);
		await tasks();
		await status.retry();
		expect(fetch).toHaveBeenCalledTimes(answers.length);
	});
});

describe('clear', () => {
	it('forgets the result, on the page too', async () => {
		const { form, status, page } = start({}, SUCCESS);
		submit(form);
		await tasks();
		expect(page.current.form).toEqual({ ok: true });
		status.clear();
		expect(status).toMatchObject({ pending: 0, result: null, error: null });
		expect(page.current.form).toBeNull();
	});

	it('leaves the result of another form on the page', async () => {
		const { form, status, page } = start({}, SUCCESS);
		submit(form);
		await tasks();
		page.set({ form: { other: true } });
		status.clear();
		expect(page.current.form).toEqual({ other: true });
	});

	it('leaves nothing to retry', async () => {
		const { form, status, fetch } = start({}, ERROR);
		submit(form);
		await tasks();
		status.clear();
		await status.retry();
		expect(fetch).toHaveBeenCalledOnce();
	});
});

describe('subscribe', () => {
	it('reports each change until its undo is called', async () => {
		const app = setup(SUCCESS);
		app.enhance(render(FORM), { key: 'k' });
		const seen: number[] = [];
		const undo = app.submission('k').subscribe(({ pending }) => seen.push(pending));
		submit(find('form'));
		await tasks();
		expect(seen.filter((pending, index) => pending !== seen[index - 1])).toEqual(
			expect.arrayContaining([1, 0])
		);
		const before = seen.length;
		undo();
		submit(find('form'));
		await tasks();
		expect(seen).toHaveLength(before);
	});
});
