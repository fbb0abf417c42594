import { fail } from '@sveltejs/kit';

export const actions = {
	register: async ({ request }) => {
		const email = (await request.formData()).get('email');
		return email ? { ok: true, email } : fail(400, { missing: true });
	}
};
