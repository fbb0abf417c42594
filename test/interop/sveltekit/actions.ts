/** What both `@sveltejs/kit` and `softpost/server` have, as far as the actions use it. */
interface Helpers {
	fail: (status: number, data: Record<string, unknown>) => any;
	redirect: (status: 303, location: string) => never;
	error: (status: number, message: string) => never;
}

interface Event {
	request: Request;
	cookies: { set: (name: string, value: string, options: { path: string }) => void };
}

/** What JSON lacks; one object is there twice. */
export const rich = (): Record<string, unknown> => {
	const shared = { twice: true };
	return {
		date: new Date('2024-02-29T12:00:00Z'),
		map: new Map([['a', new Set([1, 2])]]),
		none: undefined,
		numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0, 2n ** 64n],
		pattern: /a<b/giu,
		bytes: new Uint8Array([0, 255]),
		text: '</script>\u2028 Zoë 🌍',
		shared: [shared, shared]
	};
};

/** The URLs that the buttons of a page post to. */
export const actionUrls = [
	...'save rich nothing wrong away teapot crash upload login unknown constructor'
		.split(' ')
		.map((name) => `/?/${name}`),
	'/other?/save',
	'/other?/wrong',
	'/bare'
];

/** The same actions for SvelteKit's server and for softpost's. */
export const actionsWith = ({ fail, redirect, error }: Helpers) => ({
	save: async ({ request }: Event) => ({
		saved: (await request.formData()).get('name'),
		at: new Date('2024-02-29T12:00:00Z'),
		tags: new Map([['a', 1]])
	}),
	rich,
	nothing: () => {},
	wrong: async ({ request }: Event) =>
		fail(422, { name: (await request.formData()).get('name'), wrong: true }),
	away: () => redirect(303, '/other?from=away'),
	teapot: () => error(418, 'Teapot'),
	crash: () => {
		throw new Error('secret');
	},
	async upload({ request }: Event) {
		const file = (await request.formData()).get('file') as File;
		return { name: file.name, type: file.type, text: await file.text() };
	},
	login({ cookies }: Event) {
		cookies.set('user', 'ann', { path: '/' });
		return { welcome: 'ann' };
	}
});
