export const actions = {
	async default({ request }) {
		return { saved: (await request.formData()).get('name') };
	}
};
