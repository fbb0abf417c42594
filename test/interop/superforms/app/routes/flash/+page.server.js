import { setFlash, redirect } from 'sveltekit-flash-message/server';
import { fail, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { profile } from '$lib/schemas.js';

export const load = async () => ({ form: await superValidate(valibot(profile)) });

export const actions = {
	default: async (event) => {
		const form = await superValidate(event.request, valibot(profile));
		if (!form.valid) {
			setFlash({ text: 'Not saved' }, event);
			return fail(400, { form });
		}
		redirect(
			form.data.name === 'away' ? '/' : '/flash',
			{ text: `Saved ${form.data.name}` },
			event
		);
	}
};
