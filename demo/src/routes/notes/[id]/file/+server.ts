import { error, type RequestHandler } from '@sveltejs/kit';
import * as db from '$lib/server/db';
import { FILE_NAME_LIMIT } from '$lib/server/limits';
import { requireUser } from '$lib/server/require-user';

/**
 * Clients refuse long headers. The end of a name stays, which says what kind of file it is, without the
 * half of a character where it was cut.
 */
const fitting = (name: string): string =>
	name.slice(-FILE_NAME_LIMIT).replace(/^[\udc00-\udfff]/, '');

/** A header holds Latin letters only; RFC 8187 says how the rest of a file name travels. */
const attachment = (name: string): string =>
	`attachment; filename*=UTF-8''${encodeURIComponent(fitting(name)).replace(
		/['()*]/g,
		(mark) => '%' + mark.charCodeAt(0).toString(16)
	)}`;

/** Downloads the file of a note; someone else's is not found, like one that never was. */
export const GET: RequestHandler = async (event) => {
	const file = await db.getFile(requireUser(event), event.params.id ?? '');
	if (!file) error(404, 'There is no such file');
	return new Response(file.content, {
		headers: {
			// An uploaded file must never be shown as a page of this site, whatever type it claims.
			'content-type': 'application/octet-stream',
			'content-disposition': attachment(file.name),
			'cache-control': 'private, no-store'
		}
	});
};
