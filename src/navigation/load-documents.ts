import type { Documents } from '../document/documents.ts';
import { noteDocuments } from './early-documents.ts';

let loading: Promise<Documents | undefined> | undefined;

/** Loads the code that makes documents, once. Pages with a host never need it. */
export const loadDocuments = (): Promise<Documents | undefined> =>
	(loading ??= import('../document/documents.ts').then(
		({ createDocuments }) => {
			const documents = createDocuments();
			noteDocuments(documents);
			return documents;
		},
		// Without it, `receiveBare` shows responses.
		() => undefined
	));
