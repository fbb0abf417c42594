import type { Actions } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { requireUser } from '$lib/server/require-user';
import { startSession } from '$lib/server/session';

export const actions = {
	/** Logs out everywhere but here. */
	leave: async (event) => {
		const user = requireUser(event);
		await db.deleteSessions(user);
		await startSession(event, user);
		return { message: 'You are logged out everywhere else' };
	}
} satisfies Actions;
