import { superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { profile } from '$lib/schemas.js';

export const load = async () => ({ form: await superValidate(valibot(profile)) });

export const actions = {
	default: async ({ request }) => ({ form: await superValidate(request, valibot(profile)) })
};
