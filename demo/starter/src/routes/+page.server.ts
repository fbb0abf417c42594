import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const guests: string[] = [];

export const load = (() => ({ guests })) satisfies PageServerLoad;

export const actions = {
	sign: async ({ request }) => {
		const name = String((await request.formData()).get('name')).trim();
		if (!name) return fail(400, { message: 'Enter your name' });
		guests.push(name);
		return { message: `Welcome, ${name}` };
	}
} satisfies Actions;
