import type { Handle } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { SECRET_MARK } from '$env/static/private';

let started = '';

export const init = (): void => {
	started = 'begun';
};

const visitor: Handle = ({ event, resolve }) => {
	event.locals.visitor = event.cookies.get('visitor') ?? 'nobody';
	return resolve(event);
};

const marked: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	response.headers.set('x-mark', `${started}, ${SECRET_MARK.length}`);
	return response;
};

export const handle = sequence(visitor, marked);
