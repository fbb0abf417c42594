import { documentWith, type Subject } from '../subject.ts';
import { isFetched, readPeer, scriptAnswer, versionOf } from '../peers/package.ts';

const SCRIPT = '/turbo.js';
/** Turbo follows it, and shows what it finds there. */
const DONE = '/turbo-done';

/** Turbo takes over all forms of a document once it is imported. */
const START = `<script type="module">
	import '${SCRIPT}';
	parity.ready();
</script>`;

export const subject: Subject = {
	name: 'Turbo',
	version: await versionOf('@hotwired/turbo'),
	page: (parts) => documentWith(parts, START),
	isEnhanced: isFetched,
	// Turbo wants a redirect after a form.
	answer: ({ redirect = DONE }) => ({ status: 303, headers: { location: redirect }, body: '' }),
	serve: async ({ pathname }) => {
		if (pathname === SCRIPT)
			return scriptAnswer(await readPeer('@hotwired/turbo/dist/turbo.es2017-esm.js'));
		const body = '<!doctype html><title>Answer</title><p>Answer</p>';
		return pathname === DONE
			? { status: 200, headers: { 'content-type': 'text/html' }, body }
			: undefined;
	}
};
