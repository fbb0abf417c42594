import { validate, type Actions } from '@sveltejs/kit';
import { subscription } from '$lib/schemas';
import * as db from '$lib/server/db';
import { accountOf } from '$lib/server/email';

export const actions = {
	subscribe: async ({ request }) => {
		const { data, failure } = await validate(subscription, await request.formData());
		if (failure) return failure;
		// The answer is the same for an address that is on the list: it is nobody else's business.
		await db.subscribe(accountOf(data.email));
		return { thanks: `Thank you! The next letter goes to ${data.email}` };
	}
} satisfies Actions;
