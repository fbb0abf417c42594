import { redirect, type Actions } from '@sveltejs/kit';
import { endSession } from '$lib/server/session';

export const actions = {
	default: async (event) => {
		await endSession(event);
		redirect(303, '/login');
	}
} satisfies Actions;
