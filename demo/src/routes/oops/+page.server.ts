import { error, type Actions } from '@sveltejs/kit';

export const actions = {
	crash: () => {
		// What goes wrong here is for the log: the visitor reads "Internal Error".
		throw new Error('Thrown on purpose: only the log of the server may say so');
	},
	teapot: () => error(418, 'I am a teapot')
} satisfies Actions;
