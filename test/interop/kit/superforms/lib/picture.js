import * as v from 'valibot';

export const picture = v.object({
	title: v.pipe(v.optional(v.string(), ''), v.minLength(2, 'Too short')),
	file: v.optional(v.file())
});
