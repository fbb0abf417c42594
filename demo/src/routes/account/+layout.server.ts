import type { LayoutServerLoad } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { requireUser } from '$lib/server/require-user';

export const load = (async (event) => ({
	account: await db.getAccount(requireUser(event))
})) satisfies LayoutServerLoad;
