import { validate, type Actions } from '@sveltejs/kit';
import { registration } from '$lib/schemas';
import * as db from '$lib/server/db';
import { accountOf } from '$lib/server/email';
import { logIns } from '$lib/server/login-limit';
import { hashPassword } from '$lib/server/password';
import { tooMany } from '$lib/server/too-many';
import { visitorAddress } from '$lib/server/visitor';

export const actions = {
	default: async (event) => {
		const { data, failure } = await validate(registration, await event.request.formData());
		if (failure) return failure;
		const wait = logIns.takeAccount(visitorAddress(event));
		if (wait) return tooMany(event, wait, {});
		// The same answer, after the same work, where the address has an account: it is nobody else's business.
		await db.createUser(accountOf(data.email), await hashPassword(data._password));
		return { registered: true };
	}
} satisfies Actions;
