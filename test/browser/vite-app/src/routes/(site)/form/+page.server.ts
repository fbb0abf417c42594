import { fail, redirect } from '@sveltejs/kit';
import { orders } from '$lib/server/shop';
import type { Actions, PageServerLoad } from './$types';

export const load = (() => ({ orders })) satisfies PageServerLoad;

export const actions = {
	order: async ({ request }) => {
		const item = String((await request.formData()).get('item'));
		if (item === 'crash') throw new Error('The till is jammed');
		if (item === 'away') redirect(303, '/about');
		if (!item) return fail(400, { message: 'Say what you want' });
		orders.push(item);
		return { message: `Ordered ${item}` };
	}
} satisfies Actions;
