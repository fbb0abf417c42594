import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		// The pages are handed out below other paths than they are rendered for.
		paths: { relative: false }
	}
};
