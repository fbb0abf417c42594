import { createHash } from 'node:crypto';
import { fail, type Actions, type PageConfig, type PageServerLoad } from '@sveltejs/kit';
import { isPolicy } from '$lib/policies';
import { countedSoFar, countSlowly } from '$lib/server/counter';
import { UPLOAD_BODY_LIMIT, UPLOAD_LIMIT } from '$lib/server/limits';

/** For this page alone: no other takes a body as large. */
export const config: PageConfig = {
	bodyLimit: UPLOAD_BODY_LIMIT,
	limits: { files: 1, fileSize: UPLOAD_LIMIT }
};

export const load = (({ url }) => {
	const policy = url.searchParams.get('policy');
	return { policy: isPolicy(policy) ? policy : 'parallel', count: countedSoFar() };
}) satisfies PageServerLoad;

export const actions = {
	count: ({ request }) => countSlowly(request.signal),

	/** Reads the file as it arrives and keeps nothing of it. */
	upload: async ({ parts }) => {
		for await (const part of parts()) {
			if (!part.stream || !part.filename) continue;
			const hash = createHash('sha256');
			let size = 0;
			for await (const chunk of part.stream) {
				hash.update(chunk);
				size += chunk.byteLength;
			}
			return { name: part.filename, size, hash: hash.digest('hex') };
		}
		return fail(400, { problem: 'Choose a file first' });
	}
} satisfies Actions;
