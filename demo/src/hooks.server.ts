import type { Handle } from '@sveltejs/kit';
import { currentUser } from '$lib/server/session';

/** The headers that every response should have, because a policy in a `<meta>` element cannot set them. */
const securityHeaders = {
	'content-security-policy': "frame-ancestors 'none'",
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff'
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.user = await currentUser(event);
	const response = await resolve(event);
	for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
	return response;
};
