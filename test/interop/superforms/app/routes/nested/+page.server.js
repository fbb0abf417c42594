import { fail, message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { order } from '$lib/schemas.js';

export const load = async () => ({ form: await superValidate(valibot(order)) });

export const actions = {
	default: async ({ request }) => {
		const form = await superValidate(request, valibot(order));
		if (!form.valid) return fail(400, { form });
		const { customer, items, due } = form.data;
		const text = items.map(({ title, amount }) => `${amount} ${title}`).join(', ');
		return message(form, `${customer.name}: ${text}, ${due.toISOString()}`);
	}
};
