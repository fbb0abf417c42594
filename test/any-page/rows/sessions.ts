import { form, formPage, type Row, type Step } from '../row.ts';

const again: Step[] = [{ click: '#go' }, { page: 'answer' }];

const field = '<label>Name <input name="name" value="{spend.old}"></label>';

/** What servers keep in the session, and forget once it is read. */
export const sessions: Row[] = [
	{
		name: 'a flash message behind a redirect',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 303,
				headers: { location: 'done' },
				session: { flash: 'Saved {post.name}' }
			},
			'GET /done': { page: { name: 'answer', body: '<p role="status">{spend.flash}</p>' } }
		},
		steps: again
	},
	{
		name: 'a flash message on the page itself',
		site: {
			'GET /': formPage({ body: `<p>{spend.flash}</p>${form('', 'method="post" action="save"')}` }),
			'POST /save': { status: 303, headers: { location: './?ok' }, session: { flash: 'Saved' } },
			'GET /?ok': {
				page: {
					name: 'answer',
					body: `<p>{spend.flash}</p>${form('', 'method="post" action="save"')}`
				}
			}
		},
		steps: again
	},
	{
		name: 'errors and old input in the session, as Laravel has them',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 302,
				headers: { location: 'edit' },
				session: { error: 'Too short', old: '{post.name}' }
			},
			'GET /edit': {
				page: {
					name: 'answer',
					body: `<p>{spend.error}</p><form method="post">${field}<button id="go">Send</button></form>`
				}
			}
		},
		steps: [{ run: `document.querySelector('input').value = 'B'` }, ...again]
	},
	{
		name: 'a token that is new in each page',
		site: {
			'GET /': formPage({
				body: form('<input type="hidden" name="token" value="{token}">', 'method="post" action=""')
			}),
			'POST /': {
				status: 422,
				page: {
					name: 'answer',
					body: form(
						'<input type="hidden" name="token" value="{token}">',
						'method="post" action=""'
					)
				}
			}
		},
		steps: [
			...again,
			{ click: '#go' },
			{ until: `document.querySelector('[type=hidden]').value.startsWith('token-2')` },
			{ page: 'answer' }
		],
		// Sent twice from one address.
		differs: { noEntry: 2 }
	},
	{
		name: 'a cookie that the answer sets',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 303,
				headers: { location: 'done', 'set-cookie': ['a=1; Path=/', 'b=2; Path=/'] }
			},
			'GET /done': {
				headers: { 'set-cookie': 'c=3; Path=/' },
				page: { name: 'answer', body: 'ok' }
			}
		},
		steps: again
	},
	{
		name: 'a log-in wall in between',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 303,
				headers: { location: 'login' },
				session: { next: 'done', flash: 'Log in first' }
			},
			'GET /login': {
				page: {
					name: 'login',
					body: `<p>{spend.flash}</p>${form('', 'method="post" action="login"')}`
				}
			},
			'POST /login': {
				status: 303,
				headers: { location: '{session.next}', 'set-cookie': 'user=ann; Path=/' }
			},
			'GET /done': { page: { name: 'answer', body: '<h1>In</h1>' } }
		},
		steps: [{ click: '#go' }, { page: 'login' }, { click: '#go' }, { page: 'answer' }]
	},
	{
		name: 'a page that challenges, and is passed',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 403,
				page: {
					name: 'challenge',
					body: `<p>Are you human?</p>${form('', 'method="post" action="human"')}`
				}
			},
			'POST /human': {
				status: 303,
				headers: { location: 'done', 'set-cookie': 'human=1; Path=/' }
			},
			'GET /done': { page: { name: 'answer', body: 'welcome' } }
		},
		steps: [{ click: '#go' }, { page: 'challenge' }, { click: '#go' }, { page: 'answer' }]
	},
	{
		name: 'too many requests, with a page and retry-after: nothing is sent again',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				status: 429,
				headers: { 'retry-after': '0' },
				page: { name: 'answer', body: 'slow down' }
			}
		},
		steps: again
	},
	{
		name: 'a Refresh header',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				headers: { refresh: '0; url=next' },
				page: { name: 'between', body: 'wait' }
			},
			'GET /next': { page: { name: 'answer', body: 'next' } }
		},
		steps: again,
		native: true
	},
	{
		name: '<meta refresh>',
		site: {
			'GET /': formPage(),
			'POST /answer': {
				page: {
					name: 'between',
					head: '<meta http-equiv="refresh" content="0; url=next">',
					body: 'wait'
				}
			},
			'GET /next': { page: { name: 'answer', body: 'next' } }
		},
		steps: again,
		native: true
	}
];
