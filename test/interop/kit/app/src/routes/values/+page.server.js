let person = { name: 'Ann', city: 'Rome', agree: true, size: 'm' };

export const load = () => ({ person });

export const actions = {
	async default({ request }) {
		const { name, city, agree, size } = Object.fromEntries(await request.formData());
		person = { name: name.trim(), city, agree: !!agree, size };
	}
};
