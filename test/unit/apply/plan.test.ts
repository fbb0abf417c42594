import { describe, expect, it } from 'vitest';
import { planApply, planUpdate, type Step, type UpdateOptions } from '../../../src/apply/plan.ts';
import { pageAfter } from '../../../src/navigation/load/page-after.ts';
import type { ActionResult } from '../../../src/protocol/action-result.ts';

const at = (path: string): URL => new URL(path, 'https://app.example');

const success: ActionResult = { type: 'success', status: 200, data: { ok: true } };
const failure: ActionResult = { type: 'failure', status: 422, data: { missing: true } };
const failed = { message: 'Gone' };
const error: ActionResult = { type: 'error', status: 410, error: failed };

const elsewhere: Step = { do: 'refresh' };
const refreshWith: Step = { do: 'refresh', outcome: { form: { ok: true }, status: 200 } };
const reset: Step = { do: 'reset' };
const shown: Step = { do: 'show', form: { ok: true }, status: 200 };
const focus: Step = { do: 'focus', invalid: false };
const refused: Step = { do: 'show', form: { missing: true }, status: 422 };
const focusInvalid: Step = { do: 'focus', invalid: true };
const boundary: Step = { do: 'fail', error: failed, status: 410 };

describe('planUpdate', () => {
	const here = '/login?next=%2F#form';
	const same = '/login?/register';
	const other = '/account?/save&tab=1';

	it.each<[name: string, ActionResult, action: string, UpdateOptions, Step[]]>([
		['success on the page', success, same, {}, [refreshWith, shown, reset, focus]],
		[
			'success on the page, nothing asked',
			success,
			same,
			undefined!,
			[refreshWith, shown, reset, focus]
		],
		['success, reset: false', success, same, { reset: false }, [refreshWith, shown, focus]],
		[
			'success, invalidateAll: false',
			success,
			same,
			{ invalidateAll: false },
			[shown, reset, focus]
		],
		['success, refreshAll: false', success, same, { refreshAll: false }, [shown, reset, focus]],
		[
			'success, refreshAll: true',
			success,
			same,
			{ refreshAll: true },
			[refreshWith, shown, reset, focus]
		],
		['failure, refreshAll: false', failure, same, { refreshAll: false }, [refused, focusInvalid]],
		[
			'failure, refreshAll: true',
			failure,
			same,
			{ refreshAll: true },
			[{ do: 'refresh', outcome: { form: { missing: true }, status: 422 } }, refused, focusInvalid]
		],
		['success, neither', success, same, { reset: false, invalidateAll: false }, [shown, focus]],
		[
			'success, options that are undefined',
			success,
			same,
			{ reset: undefined! },
			[refreshWith, shown, reset, focus]
		],
		['success on another page', success, other, {}, [elsewhere, reset, focus]],
		[
			'success, navigate on the page itself',
			success,
			same,
			{ navigate: true },
			[refreshWith, shown, reset, focus]
		],
		[
			'success, navigate to another page',
			success,
			other,
			{ navigate: true },
			[{ do: 'goto', url: at('/account?tab=1'), outcome: { form: { ok: true }, status: 200 } }]
		],
		['failure on the page', failure, same, {}, [refused, focusInvalid]],
		[
			'failure: options of a success say nothing',
			failure,
			same,
			{ reset: true, invalidateAll: true },
			[refused, focusInvalid]
		],
		['failure on another page', failure, other, {}, [focusInvalid]],
		[
			'failure, navigate to another page',
			failure,
			other,
			{ navigate: true },
			[{ do: 'goto', url: at('/account?tab=1'), outcome: { form: { missing: true }, status: 422 } }]
		],
		['error on the page', error, same, {}, [boundary, focus]],
		['error on another page', error, other, {}, [boundary, focus]],
		['error, navigate', error, other, { navigate: true }, [boundary, focus]],
		[
			'error without status',
			{ type: 'error', error: failed },
			same,
			{},
			[{ do: 'fail', error: failed, status: 500 }, focus]
		],
		[
			'same path on another origin',
			success,
			'https://other.example/login',
			{},
			[elsewhere, reset, focus]
		],
		['same path with a slash at the end', failure, '/login/', {}, [focusInvalid]]
	])('%s', (_, result, action, options, steps) => {
		expect(planUpdate(result, at(action), at(here), options)).toEqual(steps);
	});

	it('shows null where a result has no data', () => {
		const [step] = planUpdate({ type: 'failure', status: 400 }, at(same), at(here));
		expect(step).toEqual({ do: 'show', form: null, status: 400 });
	});

	it.each<[location: string, action: string, url: string]>([
		['/', '/login?/x', '/'],
		['2', '/a/b?/x', '/a/2'],
		['?page=2', '/a/b?/x', '/a/b?page=2'],
		['', '/a/b?/x', '/a/b?/x'],
		['/done', '/login?/x#top', '/done#top'],
		['/done#here', '/login?/x#top', '/done#here'],
		['https://pay.example/1', '/login', 'https://pay.example/1'],
		['//pay.example/1', '/login', 'https://pay.example/1']
	])('redirects to "%s" from %s: %s', (location, action, url) => {
		const result: ActionResult = { type: 'redirect', status: 303, location };
		expect(planUpdate(result, at(action), at('/elsewhere'))).toEqual([
			{ do: 'goto', url: at(url) }
		]);
	});

	it.each([
		'javascript:alert(1)',
		'JavaScript:alert(1)',
		' javascript:alert(1)',
		'data:text/html,x',
		'blob:https://app.example/1',
		'mailto:a@b.example'
	])('never redirects to %s', (location) => {
		const [step, ...rest] = planUpdate(
			{ type: 'redirect', status: 303, location },
			at(same),
			at(here)
		);
		expect(step).toMatchObject({ do: 'fail', status: 500, error: { code: 'external_url' } });
		expect(rest).toEqual([]);
	});
});

describe("planUpdate, for an error that is kept: onError: 'keep'", () => {
	const keep = { onError: 'keep' } as const;

	it('does nothing', () => {
		expect(planUpdate(error, at('/login'), at('/login'), keep)).toEqual([]);
	});

	it.each([success, failure])('says nothing of a $type', (result) => {
		const url = at('/login');
		expect(planUpdate(result, url, url, keep)).toEqual(planUpdate(result, url, url));
	});

	it('says nothing of a redirect that is refused', () => {
		const result: ActionResult = { type: 'redirect', status: 303, location: 'data:,x' };
		expect(planUpdate(result, at('/'), at('/'), keep)).toMatchObject([{ do: 'fail' }]);
	});
});

describe('planUpdate, where a boundary stands in the place of the page: bringBack', () => {
	it.each<[name: string, ActionResult, action: string, UpdateOptions, Step[]]>([
		[
			'success: the fields that come back are reset before',
			success,
			'/login',
			{},
			[reset, refreshWith, shown, focus]
		],
		['success, reset: false', success, '/login', { reset: false }, [refreshWith, shown, focus]],
		[
			'success: the page is needed, also with invalidateAll: false',
			success,
			'/login',
			{ invalidateAll: false },
			[reset, refreshWith, shown, focus]
		],
		[
			'failure: the page with its values',
			failure,
			'/login',
			{},
			[{ do: 'refresh', outcome: { form: { missing: true }, status: 422 } }, refused, focusInvalid]
		],
		['failure on another page', failure, '/account', {}, [elsewhere, focusInvalid]],
		['error: the boundary again', error, '/login', {}, [boundary, focus]],
		[
			'redirect: another page',
			{ type: 'redirect', status: 303, location: '/' },
			'/login',
			{},
			[{ do: 'goto', url: at('/') }]
		],
		[
			'navigate to another page',
			failure,
			'/account?/save',
			{ navigate: true },
			[{ do: 'goto', url: at('/account'), outcome: { form: { missing: true }, status: 422 } }]
		]
	])('%s', (_, result, action, options, steps) => {
		const plan = planUpdate(result, at(action), at('/login'), { ...options, bringBack: true });
		expect(plan).toEqual(steps);
	});
});

describe('pageAfter', () => {
	it.each<[action: string, navigate: boolean | undefined, page: string]>([
		['/login?/register', undefined, '/login?next=1#form'],
		['/account?/save&tab=1', undefined, '/login?next=1#form'],
		['/account?/save&tab=1', false, '/login?next=1#form'],
		['/account?/save&tab=1', true, '/account?tab=1'],
		['/login?/register', true, '/login?next=1#form'],
		['https://other.example/login', true, 'https://other.example/login']
	])('of %s with navigate: %s is %s', (action, navigate, page) => {
		const options: UpdateOptions = navigate === undefined ? {} : { navigate };
		expect(pageAfter(at(action), at('/login?next=1#form'), options)).toEqual(at(page));
	});
});

describe('planApply', () => {
	it.each<[ActionResult, Step[]]>([
		[success, [shown, focus]],
		[failure, [refused, focusInvalid]],
		[error, [boundary, focus]],
		[{ type: 'redirect', status: 303, location: 'done' }, [{ do: 'goto', url: at('/a/done') }]]
	])('applies $type to the page that is shown', (result, steps) => {
		expect(planApply(result, at('/a/b'))).toEqual(steps);
	});

	it("goes to the location as goto does: the shown page's fragment is not part of it", () => {
		const result: ActionResult = { type: 'redirect', status: 303, location: '/done' };
		expect(planApply(result, at('/a/b#comments'))).toEqual([{ do: 'goto', url: at('/done') }]);
	});
});
