import { error } from '@sveltejs/kit';
import { items } from '$lib/server/shop';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const price = items[params.slug as 'tea'];
	if (!price) error(404, `No ${params.slug} here`);
	return { price };
};
