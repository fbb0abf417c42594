import adapter from '@sveltejs/adapter-node';

/** The pages are the very files of softpost's app. @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter(), files: { routes: '../pages/softpost/src/routes' } } };
