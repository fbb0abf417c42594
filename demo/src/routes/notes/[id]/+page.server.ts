import { error, type PageServerLoad } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { requireUser } from '$lib/server/require-user';

export const load = (async (event) => {
	const user = requireUser(event);
	const note = await db.getNote(user, event.params.id ?? '');
	// Someone else's note is not found, like one that never was.
	if (!note) error(404, 'There is no such note');
	return { note };
}) satisfies PageServerLoad;
