import { invalid, validate, type Actions } from '@sveltejs/kit';
import { passwordChange } from '$lib/schemas';
import * as db from '$lib/server/db';
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
		const form = await event.request.formData();
		const { data, failure } = await validate(passwordChange, form);
		if (failure) return failure;
		const wait = changes.take(user.id);
		if (wait) return tooMany(event, wait, {});
		const found = await db.getUser(user.email);
		if (!(await verifyPassword(data._current, found?.password)))
			return invalid(form, { _current: 'This is not your password' });

		changes.clear(user.id);
		await db.setPassword(user, await hashPassword(data._next));
		// Ends all sessions of people who knew the old password.
		await db.deleteSessions(user);
		await startSession(event, user);
		return { changed: true };
	}
} satisfies Actions;
