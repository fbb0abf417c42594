import { describe, expectTypeOf, it } from 'vitest';
import {
	applyAction,
	configure,
	createForms,
	deserialize,
	enhance,
	type ActionResult,
	type EnhanceOptions,
	type SubmitFunction
} from '../../src/index.ts';

declare const form: HTMLFormElement;

describe('ActionResult', () => {
	type Result = ActionResult<{ id: number }, { errors: string[] }>;
	const result = {} as Result;

	it('is told apart by its type', () => {
		if (result.type === 'success')
			expectTypeOf(result.data).toEqualTypeOf<{ id: number } | undefined>();
		if (result.type === 'failure')
			expectTypeOf(result.data).toEqualTypeOf<{ errors: string[] } | undefined>();
		if (result.type === 'redirect') expectTypeOf(result.location).toEqualTypeOf<string>();
		if (result.type === 'error') expectTypeOf(result.status).toEqualTypeOf<number | undefined>();
		expectTypeOf(result.location).toEqualTypeOf<string | undefined>();
	});

	it('has no data before it is told apart, nor on a redirect or an error', () => {
		// @ts-expect-error a redirect has none
		void result.data;
		// @ts-expect-error neither has an error
		if (result.type === 'error') void result.data;
		// @ts-expect-error there is no such type
		void (result.type === 'failed');
	});

	it('holds what each type needs', () => {
		void ({ type: 'success', status: 204 } satisfies ActionResult);
		void ({ type: 'error', error: 'no' } satisfies ActionResult);
		// @ts-expect-error a redirect needs a location
		void ({ type: 'redirect', status: 303 } satisfies ActionResult);
		// @ts-expect-error a failure needs a status
		void ({ type: 'failure' } satisfies ActionResult);
		// @ts-expect-error an error needs an error
		void ({ type: 'error' } satisfies ActionResult);
		// @ts-expect-error data is an object
		void ({ type: 'success', status: 200, data: 'text' } satisfies ActionResult);
	});
});

describe('SubmitFunction', () => {
	it('is given what is sent, and may change it', () => {
		const submit: SubmitFunction = (input) => {
			expectTypeOf(input.action).toEqualTypeOf<URL>();
			expectTypeOf(input.formData).toEqualTypeOf<FormData>();
			expectTypeOf(input.formElement).toEqualTypeOf<HTMLFormElement>();
			expectTypeOf(input.submitter).toEqualTypeOf<HTMLElement | null>();
			expectTypeOf(input.controller).toEqualTypeOf<AbortController>();
			expectTypeOf(input.cancel).toEqualTypeOf<() => void>();
			input.action = new URL('https://app.example');
			input.formData = new FormData();
			// @ts-expect-error a string is no URL
			input.action = '/login';
			// @ts-expect-error SvelteKit 1 called it that
			void input.form;
		};
		void submit;
	});

	it('may return nothing or a callback, now or later', () => {
		void ((() => {}) satisfies SubmitFunction);
		void ((async () => {}) satisfies SubmitFunction);
		void ((() => () => {}) satisfies SubmitFunction);
		void ((() => async () => {}) satisfies SubmitFunction);
		void ((async () => async () => {}) satisfies SubmitFunction);
		// @ts-expect-error a value is no callback
		void ((() => true) satisfies SubmitFunction);
		// @ts-expect-error options are no callback
		void ((() => ({ reset: false })) satisfies SubmitFunction);
	});

	it('types the result that its callback is given', () => {
		const submit: SubmitFunction<{ id: number }, { missing: boolean }> = () => async (outcome) => {
			expectTypeOf(outcome.result).toEqualTypeOf<
				ActionResult<{ id: number }, { missing: boolean }>
			>();
			expectTypeOf(outcome.stale).toEqualTypeOf<boolean>();
			await outcome.update();
			await outcome.update({ reset: false, invalidateAll: false, navigate: true });
			// @ts-expect-error there is no such option
			await outcome.update({ resets: false });
			// @ts-expect-error a boolean is wanted
			await outcome.update({ reset: 'no' });
			// @ts-expect-error the submission is over
			outcome.cancel();
		};
		void submit;
	});
});

describe('EnhanceOptions', () => {
	it('are optional, and closed', () => {
		void ({} satisfies EnhanceOptions);
		void ({
			submit: () => {},
			reset: false,
			invalidateAll: false,
			navigate: true
		} satisfies EnhanceOptions);
		void ({ headers: [['x-csrf', '1']], credentials: 'include', fetch } satisfies EnhanceOptions);
		// @ts-expect-error there is no such option
		void ({ method: 'put' } satisfies EnhanceOptions);
		// @ts-expect-error there is no such mode
		void ({ credentials: 'always' } satisfies EnhanceOptions);
		// @ts-expect-error undefined is not left out
		void ({ reset: undefined } satisfies EnhanceOptions);
		configure({ credentials: 'include' });
		// @ts-expect-error options are an object
		configure(() => {});
	});
});

describe('enhance', () => {
	it('takes a form, and a function or options', () => {
		const { update, destroy } = enhance(form);
		enhance(form, () => {});
		enhance(form, { reset: false });
		enhance(form, (() => {}) as SubmitFunction<{ id: number }, { missing: boolean }>);
		update(() => {});
		update({ reset: false });
		update();
		expectTypeOf(destroy).toEqualTypeOf<() => void>();
		// @ts-expect-error a form is wanted
		enhance(document.body);
		// @ts-expect-error a selector is no form
		enhance('#form');
		// @ts-expect-error a function or options
		enhance(form, true);
	});
});

describe('the rest of the root entry', () => {
	it('applyAction takes a result, typed or not', () => {
		expectTypeOf(applyAction({ type: 'success', status: 200 })).toEqualTypeOf<Promise<void>>();
		void applyAction({} as ActionResult<{ id: number }, { missing: boolean }>);
		// @ts-expect-error that is no result
		void applyAction({ status: 200 });
		// @ts-expect-error a text is to be deserialized first
		void applyAction('{"type":"success"}');
	});

	it('deserialize is typed by its caller', () => {
		expectTypeOf(deserialize<{ id: number }, { missing: boolean }>('')).toEqualTypeOf<
			ActionResult<{ id: number }, { missing: boolean }>
		>();
		deserialize('', { decoders: { Money: (cents: number) => cents } });
		// @ts-expect-error text is wanted, not a Response
		deserialize(new Response());
		// @ts-expect-error a decoder is a function
		deserialize('', { decoders: { Money: 1 } });
	});

	it('createForms takes parts, and gives the runtime', () => {
		const forms = createForms({
			fetch: async () => new Response(),
			navigation: { invalidateAll: async () => {} }
		});
		expectTypeOf(forms.enhance).toEqualTypeOf(enhance);
		expectTypeOf(forms.deserialize).toEqualTypeOf(deserialize);
		// @ts-expect-error a fetch returns a promise
		createForms({ fetch: () => new Response() });
		// @ts-expect-error there is no such part
		createForms({ router: {} });
	});
});
