import type { PageData } from '../../protocol/page-data.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (char) => ENTITIES[char] as string);

/** The document for an error that the app's own error page could not show. */
export const fallbackDocument = ({ status, error }: Pick<PageData, 'status' | 'error'>): string => {
	const message = escaped(String(error?.message));
	return `<!doctype html><meta charset="utf-8"><title>${message}</title><h1>${status}</h1><p>${message}</p>`;
};
