import { fail, type Actions } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { isEmail } from '$lib/server/email';
import { formText } from '$lib/server/form-values';

export const actions = {
	subscribe: async ({ request }) => {
		const email = formText(await request.formData(), 'email');
		if (!isEmail(email)) return fail(400, { email, problem: 'This is no e-mail address' });
		// The answer is the same for an address that is on the list: it is nobody else's business.
		await db.subscribe(email.toLowerCase());
		return { thanks: `Thank you! The next letter goes to ${email}` };
	}
} satisfies Actions;
