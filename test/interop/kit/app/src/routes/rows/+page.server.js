let rows = [1, 2, 3].map((id) => ({ id, name: `row ${id}` }));

export const load = () => ({ rows });

export const actions = {
	async remove({ request }) {
		const id = Number((await request.formData()).get('id'));
		rows = rows.filter((row) => row.id !== id);
	}
};
