import { error, redirect } from '@sveltejs/kit';
import { fail, message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { pass } from '$lib/gate.js';
import { profile } from '$lib/schemas.js';

export const load = async () => ({ form: await superValidate(valibot(profile)) });

export const actions = {
	default: async ({ request }) => {
		const form = await superValidate(request, valibot(profile));
		await pass();
		if (!form.valid) return fail(400, { form });
		if (form.data.name === 'redirect') redirect(303, '/');
		if (form.data.name === 'error') error(403, 'Not yours');
		return message(form, `Hello ${form.data.name}`);
	}
};
