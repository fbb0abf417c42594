import type { PageData } from '../../protocol/page-data.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (char) => ENTITIES[char] as string);

const DEFAULT_TEMPLATE =
	'<!doctype html><meta charset="utf-8"><title>%message%</title><h1>%status%</h1><p>%message%</p>';

const PLACEHOLDER = /%(?:sveltekit\.)?(?:(status)|(?:error\.)?message)%/g;

/**
 * Makes the document for an error that no error page of the app can show.
 *
 * @param template HTML with `%status%` and `%message%`, or SvelteKit's `%sveltekit.status%` and `%sveltekit.error.message%`
 */
export const fallbackDocument = (
	{ status, error }: Pick<PageData, 'status' | 'error'>,
	template: string = DEFAULT_TEMPLATE
): string =>
	template.replace(PLACEHOLDER, (_, isStatus?: string) =>
		isStatus ? String(status) : escaped(String(error?.message))
	);
