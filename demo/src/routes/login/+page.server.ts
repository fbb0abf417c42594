import { fail, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { accountOf as account, isEmail } from '$lib/server/email';
import { formText } from '$lib/server/form-values';
import { MIN_PASSWORD } from '$lib/limits';
import { localPath } from '$lib/server/local-path';
import { logIns as logins } from '$lib/server/login-limit';
import { hashPassword, verifyPassword } from '$lib/server/password';
import { startSession } from '$lib/server/session';
import { tooMany } from '$lib/server/too-many';
import { visitorAddress } from '$lib/server/visitor';

/** The submitted values. The password is not trimmed: a space may be part of it. */
const credentials = async (request: Request): Promise<{ email: string; password: string }> => {
	const data = await request.formData();
	return { email: formText(data, 'email'), password: String(data.get('password') ?? '') };
};

export const actions = {
	login: async (event) => {
		const { email, password } = await credentials(event.request);
		if (!email) return fail(400, { email, missing: true });

		const guess = { address: visitorAddress(event), account: account(email) };
		// Counted before the password is looked at, or many tries at once would all pass.
		const wait = logins.take(guess);
		if (wait) return tooMany(event, wait, { email });

		const found = await db.getUser(guess.account);
		if (!(await verifyPassword(password, found?.password)) || !found) {
			return fail(400, { email, incorrect: true });
		}

		logins.clear(guess);
		await startSession(event, found.user);

		const target = event.url.searchParams.get('redirectTo');
		if (target !== null) redirect(303, localPath(target) ?? '/notes');
		return { success: true };
	},

	register: async (event: RequestEvent) => {
		const { email, password } = await credentials(event.request);
		if (!email) return fail(400, { email, missing: true });
		if (!isEmail(email)) return fail(400, { email, malformed: true });
		if (password.length < MIN_PASSWORD) return fail(400, { email, short: true });
		const wait = logins.takeAccount(visitorAddress(event));
		if (wait) return tooMany(event, wait, { email });
		// The same answer, after the same work, where the address has an account: it is nobody else's business.
		await db.createUser(account(email), await hashPassword(password));
		return { email, registered: true };
	}
} satisfies Actions;
