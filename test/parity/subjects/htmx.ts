import { documentAnswer, documentWith, type Subject } from '../subject.ts';
import { isFetched, readPeer, scriptAnswer, versionOf } from '../peers/package.ts';

const SCRIPT = '/htmx.js';

/** htmx looks through the document when it is parsed, by a listener that was added before this one. */
const START = `</div><script src="${SCRIPT}"></script><script>
	parity.enhance = (root) => htmx.process(root);
	addEventListener('DOMContentLoaded', () => void parity.ready());
</script>`;

export const subject: Subject = {
	name: 'htmx',
	version: await versionOf('htmx.org'),
	page: (parts) => documentWith({ ...parts, body: `<div hx-boost="true">${parts.body}` }, START),
	isEnhanced: isFetched,
	answer: documentAnswer,
	serve: async ({ pathname }) =>
		pathname === SCRIPT ? scriptAnswer(await readPeer('htmx.org/dist/htmx.js')) : undefined
};
