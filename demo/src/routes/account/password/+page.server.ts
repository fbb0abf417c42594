import { fail, type Actions } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { MIN_PASSWORD } from '$lib/server/limits';
import { hashPassword, verifyPassword } from '$lib/server/password';
import { createRateLimit } from '$lib/server/rate-limit';
import { requireUser } from '$lib/server/require-user';
import { startSession } from '$lib/server/session';
import { tooMany } from '$lib/server/too-many';

const QUARTER_HOUR = 15 * 60 * 1000;

// Who finds a browser logged in must not be able to guess the password here.
const changes = createRateLimit(10, QUARTER_HOUR);

export const actions = {
	default: async (event) => {
		const user = requireUser(event);
		const data = await event.request.formData();
		const [current, next] = [String(data.get('current') ?? ''), String(data.get('next') ?? '')];
		const wait = changes.take(user.id);
		if (wait) return tooMany(event, wait, {});
		const found = await db.getUser(user.email);
		if (!(await verifyPassword(current, found?.password))) return fail(400, { incorrect: true });
		if (next.length < MIN_PASSWORD) return fail(400, { short: true });

		changes.clear(user.id);
		await db.setPassword(user, await hashPassword(next));
		// Whoever knew the old password is out everywhere.
		await db.deleteSessions(user);
		await startSession(event, user);
		return { changed: true };
	}
} satisfies Actions;
