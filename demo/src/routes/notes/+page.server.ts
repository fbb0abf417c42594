import {
	fail,
	validate,
	type ActionFailure,
	type Actions,
	type PageConfig,
	type PageServerLoad
} from '@sveltejs/kit';
import { TITLE_LIMIT } from '$lib/limits';
import { note } from '$lib/schemas';
import * as db from '$lib/server/db';
import { formFile, formText } from '$lib/server/form-values';
import { FILE_BODY_LIMIT, FILE_LIMIT, FILE_NAME_LIMIT, QUERY_LIMIT } from '$lib/server/limits';
import { requireUser } from '$lib/server/require-user';

export const config: PageConfig = { bodyLimit: FILE_BODY_LIMIT };

export const load = (async (event) => {
	const user = requireUser(event);
	const query = event.url.searchParams.get('q')?.trim() ?? '';
	if (query.length > QUERY_LIMIT) {
		const problem = `A search has at most ${QUERY_LIMIT} characters`;
		return { query: query.slice(0, QUERY_LIMIT), limit: QUERY_LIMIT, notes: [], problem };
	}
	return { query, limit: QUERY_LIMIT, notes: await db.listNotes(user, query) };
}) satisfies PageServerLoad;

const titleProblem = (title: string): string | undefined => {
	if (!title) return 'A note needs a title';
	if (title.length > TITLE_LIMIT) return `A title has at most ${TITLE_LIMIT} characters`;
	return undefined;
};

/** Another tab may have deleted the note, and an id may be made up. */
const gone = (id: string): ActionFailure<{ id: string; problem: string; field: string }> =>
	fail(404, { id, problem: 'This note is gone', field: '' });

export const actions = {
	add: async (event) => {
		const user = requireUser(event);
		const { data, failure } = await validate(note, await event.request.formData(), { key: 'add' });
		if (failure) return failure;
		const { title, text } = data;
		await db.addNote(user, title, text);
		return { message: `Added “${title}”` };
	},

	rename: async (event) => {
		const user = requireUser(event);
		const data = await event.request.formData();
		const [id, title] = [formText(data, 'id'), formText(data, 'title')];
		const problem = titleProblem(title);
		if (problem) return fail(400, { id, problem, field: 'title' });
		if (!(await db.renameNote(user, id, title))) return gone(id);
		return { message: `Renamed to “${title}”` };
	},

	pin: async (event) => {
		const user = requireUser(event);
		const data = await event.request.formData();
		const [id, pinned] = [formText(data, 'id'), formText(data, 'pinned') === 'true'];
		if (!(await db.pinNote(user, id, pinned))) return gone(id);
		return { message: pinned ? 'Pinned' : 'Unpinned' };
	},

	attach: async (event) => {
		const user = requireUser(event);
		const data = await event.request.formData();
		const [id, file] = [formText(data, 'id'), formFile(data, 'file')];
		if (!file) return fail(400, { id, problem: 'Choose a file first', field: 'file' });
		if (file.size > FILE_LIMIT) {
			return fail(413, { id, problem: 'A file has at most 2 MB', field: 'file' });
		}
		if (file.name.length > FILE_NAME_LIMIT) {
			const problem = `A file name has at most ${FILE_NAME_LIMIT} characters`;
			return fail(400, { id, problem, field: 'file' });
		}
		if (!(await db.attachFile(user, id, file))) return gone(id);
		return { message: `Attached ${file.name}` };
	},

	delete: async (event) => {
		const user = requireUser(event);
		const id = formText(await event.request.formData(), 'id');
		if (!(await db.deleteNote(user, id))) return gone(id);
		return { message: 'Deleted' };
	}
} satisfies Actions;
