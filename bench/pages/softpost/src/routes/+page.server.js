import { fail } from '@sveltejs/kit';
import { load, register } from '../../../shared/register.js';

export { load };

export const actions = {
	register: async ({ request }) => {
		const failure = register(await request.formData());
		return failure ? fail(400, failure) : undefined;
	}
};
