import { readFile } from 'node:fs/promises';
import { ACTION_HEADER, JSON_TYPE } from '../../../src/protocol/wire.ts';
import { documentWith, type Subject } from '../subject.ts';

const SCRIPT = '/softpost.min.js';

/** Enhances as an app does: one call for each form, which refuses those that are not posted. */
const ENHANCE = `<script type="module">
	import { enhance } from '${SCRIPT}';
	parity.enhance = (root) => {
		for (const form of root.querySelectorAll('form')) {
			try {
				parity.enhancements.push(enhance(form));
			} catch (error) {
				if (error.code !== 'form_method') throw error;
			}
		}
	};
	parity.enhance(document);
	parity.ready();
</script>`;

export const subject: Subject = {
	name: 'softpost',
	version: (JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version,
	page: (parts) => documentWith(parts, ENHANCE),
	isEnhanced: (headers) => ACTION_HEADER in headers,
	answer: ({ redirect }) => ({
		status: 200,
		headers: { 'content-type': JSON_TYPE },
		body: JSON.stringify(
			redirect
				? { type: 'redirect', status: 303, location: redirect }
				: { type: 'success', status: 204 }
		)
	}),
	serve: async ({ pathname }) =>
		pathname === SCRIPT
			? {
					status: 200,
					headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' },
					body: await readFile('dist/softpost.min.js', 'utf8')
				}
			: undefined
};
