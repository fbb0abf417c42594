/**
 * What a form's `action="?/name"` has to go on with, so that the page's own query (a search, a
 * `redirectTo`) survives the submission: `&q=milk`, or nothing. The action's name is left out.
 */
export const keptQuery = (url: URL): string => {
	const query = new URLSearchParams(url.search);
	for (const key of [...query.keys()]) if (key.startsWith('/')) query.delete(key);
	return query.size > 0 ? `&${query}` : '';
};
