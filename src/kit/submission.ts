import { createStatus } from '../form/create-status.ts';
import type { SubmissionStatus } from '../form/submission-status.ts';
import { reactiveOnce } from '../svelte/reactive.ts';
import { find } from './enhance.ts';
import { kitPage } from './page.ts';

/**
 * The submissions of the forms with a key. Every field is reactive in a component.
 *
 * @param key the forms' `key` option, else their `id` or `name`. Such a form need not exist yet
 * @example
 * const adding = submission('add');
 * // In the markup: <p role="status">{adding.pending ? 'Saving …' : ''}</p>
 */
export const submission = (key: string): SubmissionStatus => {
	const record = find(key);
	return createStatus(reactiveOnce(record.store), record, kitPage);
};
