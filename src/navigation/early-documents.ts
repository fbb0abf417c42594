import type { Documents } from '../document/documents.ts';

/** What a form needs before it is submitted, on a page without a host. */
export type EarlyDocuments = Pick<Documents, 'whyNative' | 'prepare' | 'showError'>;

let known: EarlyDocuments | undefined;

/** The code that makes documents, or the part of it that `softpost/document` has from the start, if it is loaded. */
export const earlyDocuments = (): EarlyDocuments | undefined => known;

/** Records that this code is loaded. */
export const noteDocuments = (documents: EarlyDocuments): void => void (known = documents);
