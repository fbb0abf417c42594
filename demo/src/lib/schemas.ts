import * as v from 'valibot';
import { MIN_PASSWORD, TEXT_LIMIT, TITLE_LIMIT } from './limits';

// The schemas of the forms: checked in the browser before they are sent, and always on the server.

const email = v.pipe(
	v.string('An e-mail address is needed'),
	v.trim(),
	v.nonEmpty('An e-mail address is needed'),
	v.regex(/^[^\s@]+@[^\s@]+$/, 'This is not an e-mail address'),
	v.maxLength(254, 'This is not an e-mail address')
);

const newPassword = v.pipe(
	v.string(`The password needs at least ${MIN_PASSWORD} characters`),
	v.minLength(MIN_PASSWORD, `The password needs at least ${MIN_PASSWORD} characters`)
);

// A name that begins with `_` holds a secret: it does not come back in a failure.

export const registration = v.pipe(
	v.object({ email, _password: newPassword, _again: v.string('Type the password again') }),
	v.forward(
		v.partialCheck(
			[['_password'], ['_again']],
			({ _password, _again }) => _password === _again,
			'This is not the same password'
		),
		['_again']
	)
);

export const passwordChange = v.object({
	_current: v.pipe(v.string('Your password is needed'), v.nonEmpty('Your password is needed')),
	_next: newPassword
});

export const note = v.object({
	title: v.pipe(
		v.string('A note needs a title'),
		v.trim(),
		v.nonEmpty('A note needs a title'),
		v.maxLength(TITLE_LIMIT, `A title has at most ${TITLE_LIMIT} characters`)
	),
	text: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(TEXT_LIMIT, `A note has at most ${TEXT_LIMIT} characters`)
		),
		''
	)
});

export const subscription = v.object({ email });
