import { documentAnswer, documentWith, type Subject } from '../subject.ts';
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
	// Turbo wants a redirect after a form that changes something.
	answer: ({ redirect = DONE }, method) =>
		method === 'GET' ? documentAnswer({}) : documentAnswer({ redirect }),
	serve: async ({ pathname }) => {
		if (pathname === SCRIPT)
			return scriptAnswer(await readPeer('@hotwired/turbo/dist/turbo.es2017-esm.js'));
		return pathname === DONE ? documentAnswer({}) : undefined;
	}
};
