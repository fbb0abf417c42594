// A guestbook as people write them with Express and EJS. It knows nothing of softpost but one script tag.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express from 'express';

const app = express();
app.set('view engine', 'ejs');
app.set('views', fileURLToPath(new URL('views', import.meta.url)));
app.use('/js', express.static(fileURLToPath(new URL('../../../dist', import.meta.url))));
app.use(express.urlencoded({ extended: false }));

/** @type {{ name: string, text: string }[]} */
const entries = [];
/** @type {Map<string, Record<string, any>>} */
const sessions = new Map();

app.use((request, response, next) => {
	const known = /(?:^|; )sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
	const id = known && sessions.has(known) ? known : randomUUID();
	if (id !== known) {
		sessions.set(id, {});
		response.cookie('sid', id, { httpOnly: true, sameSite: 'lax' });
	}
	const session = /** @type {Record<string, any>} */ (sessions.get(id));
	response.locals.session = session;
	// Read once, then forgotten.
	response.locals.flash = session.flash;
	if (request.method === 'GET') delete session.flash;
	response.locals.script = process.env.SCRIPT !== 'off';
	response.locals.user = session.user;
	next();
});

/** @type {import('express').RequestHandler} */
const requireUser = (request, response, next) => {
	const { session } = response.locals;
	if (session.user) return next();
	session.next = request.originalUrl;
	session.flash = 'Please log in first.';
	response.redirect(302, '/login');
};

app.get('/', (request, response) => {
	response.render('index', { entries, errors: {}, values: {} });
});

// Errors beside their fields, with 422.
app.post('/entries', (request, response) => {
	const { name = '', text = '' } = request.body;
	/** @type {Record<string, string>} */
	const errors = {};
	if (!name) errors.name = 'Please say who you are.';
	if (text.length < 3) errors.text = 'A little more, please.';
	if (Object.keys(errors).length)
		return response.status(422).render('index', { entries, errors, values: { name, text } });
	entries.unshift({ name, text });
	response.locals.session.flash = `Thank you, ${name}.`;
	response.redirect(303, '/');
});

// Errors and old input in the session, behind a redirect.
app.get('/profile', requireUser, (request, response) => {
	const { session } = response.locals;
	const { errors = {}, old = { city: session.city ?? '' } } = session;
	delete session.errors;
	delete session.old;
	response.render('profile', { errors, old });
});

app.post('/profile', requireUser, (request, response) => {
	const { session } = response.locals;
	const { city = '' } = request.body;
	if (city.length < 2) {
		session.errors = { city: 'That is no city.' };
		session.old = { city };
	} else {
		session.city = city;
		session.flash = 'Saved.';
	}
	response.redirect(302, '/profile');
});

app.get('/login', (request, response) => response.render('login', { error: '' }));

app.post('/login', (request, response) => {
	const { session } = response.locals;
	if (request.body.password !== 'secret')
		return response.status(401).render('login', { error: 'Wrong password. It is "secret".' });
	session.user = request.body.name || 'Ann';
	response.redirect(303, session.next ?? '/');
	delete session.next;
});

app.post('/logout', (request, response) => {
	delete response.locals.session.user;
	response.redirect(303, '/');
});

app.post('/export', (request, response) => {
	response.attachment('guestbook.csv').type('text/csv');
	response.send(entries.map(({ name, text }) => `"${name}","${text}"`).join('\n'));
});

app.post(
	'/upload',
	express.raw({ type: 'multipart/form-data', limit: '1mb' }),
	(request, response) => {
		const [, name] = /filename="([^"]+)"/.exec(request.body.toString('latin1')) ?? [];
		if (!name) return response.status(422).render('upload', { error: 'Choose a file.' });
		response.locals.session.flash = `${name} is here.`;
		response.redirect(303, '/upload');
	}
);

app.get('/upload', (request, response) => response.render('upload', { error: '' }));

const server = app.listen(Number(process.env.PORT ?? 3001), '127.0.0.1', () => {
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	console.log(`listening on http://127.0.0.1:${address.port}`);
});
