import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { profile } from '$lib/schemas.js';

export const load = async () => ({
	form: await superValidate({ name: 'Fred', city: 'Berlin' }, valibot(profile))
});

export const actions = {
	default: async ({ request }) => {
		const form = await superValidate(request, valibot(profile));
		return message(form, 'Saved');
	}
};
