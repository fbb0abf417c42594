import { fail } from '@sveltejs/kit';

let saved = { given: 'Ann', agree: false, size: 'm' };

export const load = () => ({ saved });

export const actions = {
	async save({ request }) {
		const { given, agree, size } = Object.fromEntries(await request.formData());
		saved = { given, agree: !!agree, size };
	},
	wrong: () => fail(422, {})
};
