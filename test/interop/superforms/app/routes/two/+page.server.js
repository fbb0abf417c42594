import { fail, message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { profile } from '$lib/schemas.js';

export const load = async () => ({
	first: await superValidate(valibot(profile), { id: 'first' }),
	second: await superValidate(valibot(profile), { id: 'second' })
});

const action = async ({ request }) => {
	const form = await superValidate(request, valibot(profile));
	if (!form.valid) return fail(400, { form });
	return message(form, `${form.id}: ${form.data.name}`);
};

export const actions = { first: action, second: action };
