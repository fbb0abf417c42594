import { redirect, type RequestEvent } from '@sveltejs/kit';
import { keptQuery } from '../kept-query.ts';
import type { User } from './db.ts';

/**
 * The user who is logged in.
 *
 * @throws a redirect to the log-in page, which leads back to the page that was asked for
 */
export const requireUser = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): User => {
	if (locals.user) return locals.user;
	const page = url.pathname + keptQuery(url).replace('&', '?');
	// A slash needs no escape in a query, and the address reads better without one.
	redirect(303, `/login?redirectTo=${encodeURIComponent(page).replaceAll('%2F', '/')}`);
};
