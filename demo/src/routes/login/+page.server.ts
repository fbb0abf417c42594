import { fail, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { isEmail } from '$lib/server/email';
import { formText } from '$lib/server/form-values';
import { MIN_PASSWORD } from '$lib/server/limits';
import { localPath } from '$lib/server/local-path';
import { hashPassword, verifyPassword } from '$lib/server/password';
import { createRateLimit } from '$lib/server/rate-limit';
import { startSession } from '$lib/server/session';

const QUARTER_HOUR = 15 * 60 * 1000;

const logins = createRateLimit(10, QUARTER_HOUR);

/** What was typed. The password is not trimmed: a space may be part of it. */
const credentials = async (request: Request): Promise<{ email: string; password: string }> => {
	const data = await request.formData();
	return { email: formText(data, 'email'), password: String(data.get('password') ?? '') };
};

/** Addresses that differ in case only are one account. */
const account = (email: string): string => email.toLowerCase();

export const actions = {
	login: async (event) => {
		const { email, password } = await credentials(event.request);
		if (!email) return fail(400, { email, missing: true });

		// Per visitor too, so that nobody can lock out someone else by guessing at their account.
		const visitor = `${event.getClientAddress()} ${account(email)}`;
		// Counted before the password is looked at, or many tries at once would all pass.
		if (!logins.take(visitor)) return fail(429, { email, blocked: true });

		const found = await db.getUser(account(email));
		if (!(await verifyPassword(password, found?.password)) || !found) {
			return fail(400, { email, incorrect: true });
		}

		logins.clear(visitor);
		await startSession(event, found.user);

		const target = event.url.searchParams.get('redirectTo');
		if (target !== null) redirect(303, localPath(target) ?? '/notes');
		return { success: true };
	},

	register: async ({ request }: RequestEvent) => {
		const { email, password } = await credentials(request);
		if (!email) return fail(400, { email, missing: true });
		if (!isEmail(email)) return fail(400, { email, malformed: true });
		if (password.length < MIN_PASSWORD) return fail(400, { email, short: true });
		if (!(await db.createUser(account(email), await hashPassword(password)))) {
			return fail(409, { email, taken: true });
		}
		return { email, registered: true };
	}
} satisfies Actions;
