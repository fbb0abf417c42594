import { fail, message, superValidate, withFiles } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import { picture } from '$lib/picture.js';

export const load = async () => ({ form: await superValidate(valibot(picture)) });

export const actions = {
	async default({ request }) {
		const form = await superValidate(request, valibot(picture));
		if (!form.valid) return fail(400, withFiles({ form }));
		const { title, file } = form.data;
		return message(withFiles(form), `${title}: ${file.name}, ${file.size} bytes`);
	}
};
