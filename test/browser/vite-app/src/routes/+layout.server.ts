import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ url, locals }) => {
	if (url.searchParams.has('closed')) error(503, 'Come back later');
	return { visitor: (locals as { visitor?: string }).visitor };
};
