import { describe, expectTypeOf, it } from 'vitest';
import { enhance, type SubmitFunction } from '../../src/index.ts';
import { page } from '../../src/page.ts';
import { fail, type Actions } from '../../src/server.ts';

const actions = {
	login: () => {
		if (Math.random() > 2) return fail(400, { missing: true });
		if (Math.random() > 1) return fail(401, { email: 'a', incorrect: true });
		return { user: 'ada' };
	},
	register: async () => {
		if (Math.random() > 1) return fail(409, { taken: 'a@b' });
		return { id: 1 };
	},
	logout: () => {}
} satisfies Actions;

describe('SubmitFunction<typeof actions>', () => {
	it('knows what each action returns, and what it gives to fail', () => {
		const submit: SubmitFunction<typeof actions> =
			() =>
			({ result }) => {
				if (result.type === 'success') {
					expectTypeOf(result.data?.user).toEqualTypeOf<string | undefined>();
					expectTypeOf(result.data?.id).toEqualTypeOf<number | undefined>();
					// @ts-expect-error only a failure has it
					void result.data?.missing;
				}
				if (result.type === 'failure') {
					expectTypeOf(result.data?.missing).toEqualTypeOf<boolean | undefined>();
					expectTypeOf(result.data?.taken).toEqualTypeOf<string | undefined>();
					// @ts-expect-error only a success has it
					void result.data?.user;
				}
			};
		enhance({} as HTMLFormElement, submit);
	});

	it('narrows by what is there', () => {
		const submit: SubmitFunction<typeof actions> =
			() =>
			({ result }) => {
				if (result.type === 'failure' && result.data?.email) {
					expectTypeOf(result.data.incorrect).toEqualTypeOf<boolean>();
				}
			};
		void submit;
	});

	it('without types has data of any shape', () => {
		const submit: SubmitFunction =
			() =>
			({ result }) => {
				if (result.type === 'success') expectTypeOf(result.data?.whatever).toBeAny();
			};
		void submit;
	});
});

describe('page.form', () => {
	it('is not any', () => {
		expectTypeOf(page.current.form).toBeUnknown();
		// @ts-expect-error it has to be told apart first
		void page.current.form.email;
	});
});
