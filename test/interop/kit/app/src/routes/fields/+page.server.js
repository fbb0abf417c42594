import { account } from '$lib/account.js';
import { invalid, validate } from 'softpost/kit/server';

export const actions = {
	async default({ request }) {
		const form = await request.formData();
		const { data, failure } = await validate(account, form, { lists: ['tags'] });
		if (failure) return failure;
		if (data.email === 'ann@example.org') return invalid(form, { email: 'is taken' });
		return { registered: data.email };
	}
};
