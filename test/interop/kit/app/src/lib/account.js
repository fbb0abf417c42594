import * as v from 'valibot';

export const account = v.object({
	email: v.pipe(v.string(), v.email('This is not an address')),
	tags: v.pipe(v.array(v.string()), v.minLength(1, 'Choose one')),
	_password: v.pipe(v.string(), v.minLength(4, 'Use 4 characters or more'))
});
