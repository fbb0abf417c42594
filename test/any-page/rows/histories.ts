import { answerPage, form, formPage, type Row, type Step } from '../row.ts';

const done = {
	name: 'answer',
	body: '<h1>Done, {post.name}</h1><a id="link" href="third">third</a>'
};
const third = { page: { name: 'third', body: '<h1>Third</h1>' } };

const submit: Step[] = [{ click: '#go' }, { page: 'answer' }];
const back: Step[] = [{ go: 'back' }, { page: 'form' }];
const forward: Step[] = [{ go: 'forward' }, { page: 'answer' }];

const redirects: Row[] = [301, 302, 303].flatMap((status) => [
	{
		name: `a redirect ${status} to another page`,
		site: {
			'GET /': formPage(),
			'POST /answer': { status, headers: { location: 'done' } },
			'GET /done': { page: done }
		}
	},
	{
		name: `a redirect ${status} to the same page`,
		site: {
			'GET /': formPage({ name: 'form' }),
			'POST /answer': { status, headers: { location: './?saved' } },
			'GET /?saved': { page: { name: 'answer', body: `<p>Saved {n}</p>${form()}` } }
		}
	}
]);

const posts: Row[] = [307, 308].map((status) => ({
	name: `a redirect ${status}, which posts again`,
	site: {
		'GET /': formPage(),
		'POST /answer': { status, headers: { location: 'second' } },
		'POST /second': answerPage({ body: '<h1>{post.name}, posted twice</h1><a href="x">{n}</a>' })
	}
}));

const chains: Row[] = [
	{
		name: 'a chain of redirects, absolute and relative',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: '{origin.own}/a/b' } },
			'GET /a/b': { status: 302, headers: { location: '../c' } },
			'GET /c': { status: 301, headers: { location: 'd?x=1' } },
			'GET /d': { page: done }
		}
	},
	{
		name: 'a redirect relative to the address that answered, after a 308',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 308, headers: { location: 'deep/er/' } },
			'POST /deep/er/': { status: 303, headers: { location: 'done' } },
			'GET /deep/er/done': { page: done }
		}
	},
	{
		name: 'a redirect with a query and characters that are not ASCII',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: 'done?q=%C3%BC&r=a%20b' } },
			'GET /done': { page: done }
		}
	},
	{
		name: 'a redirect to a page that is not there',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: 'gone' } },
			'GET /gone': { status: 404, page: { name: 'answer', body: '<h1>Not here</h1>' } }
		}
	},
	{
		name: 'a redirect to the log-in page',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 302, headers: { location: 'login?next=answer' } },
			'GET /login': {
				page: { name: 'answer', body: `<h1>Log in</h1>${form('', 'method="post" action="login"')}` }
			}
		}
	}
];

const redirected = {
	'GET /': formPage(),
	'POST /answer': { status: 303, headers: { location: 'done' } },
	'GET /done': { page: done },
	'GET /third': third
};

const travels: Row[] = [
	{ name: 'back after a redirect', site: redirected, steps: [...submit, ...back] },
	{
		name: 'back and forward after a redirect',
		site: redirected,
		steps: [...submit, ...back, ...forward]
	},
	{
		name: 'back, forward and back again after a redirect',
		site: redirected,
		steps: [...submit, ...back, ...forward, ...back]
	},
	{
		name: 'back after an answer to a POST',
		site: { 'GET /': formPage(), 'POST /answer': answerPage() },
		steps: [...submit, ...back]
	},
	{
		name: 'forward to an answer to a POST is shown from memory',
		site: { 'GET /': formPage(), 'POST /answer': answerPage() },
		steps: [...submit, ...back, ...forward]
	},
	{
		name: 'a link after the answer, and back',
		site: redirected,
		steps: [...submit, { click: '#link' }, { page: 'third' }, { go: 'back' }, { page: 'answer' }]
	},
	{
		name: 'a link after the answer, and back twice',
		site: redirected,
		steps: [
			...submit,
			{ click: '#link' },
			{ page: 'third' },
			{ go: 'back' },
			{ page: 'answer' },
			...back
		]
	},
	{
		name: 'back brings back what was typed',
		site: redirected,
		steps: [{ run: `document.querySelector('input').value = 'Typed'` }, ...submit, ...back]
	},
	{
		name: 'back brings back boxes and lists',
		site: {
			...redirected,
			'GET /': formPage({
				body: form(
					'<input type="checkbox" name="c" value="1"><input type="radio" name="r" value="a" checked><input type="radio" name="r" value="b"><select name="s"><option>x<option>y</select><textarea name="t">one</textarea>'
				)
			})
		},
		steps: [
			{ click: '[name=c]' },
			{ click: '[value=b]' },
			{
				run: `document.querySelector('select').value = 'y', document.querySelector('textarea').value = 'two'`
			},
			...submit,
			...back
		]
	},
	{
		name: 'two forms after each other, and back twice',
		site: {
			'GET /': formPage(),
			'POST /answer': { status: 303, headers: { location: 'second' } },
			'GET /second': { page: { name: 'answer', body: form('', 'method="post" action="last"') } },
			'POST /last': { status: 303, headers: { location: 'end' } },
			'GET /end': { page: { name: 'end', body: '<p>end</p>' } }
		},
		steps: [
			...submit,
			{ click: '#go' },
			{ page: 'end' },
			{ go: 'back' },
			{ page: 'answer' },
			...back
		]
	},
	{
		name: 'a fragment link in the answer, and back through it',
		site: {
			...redirected,
			'GET /done': {
				page: { name: 'answer', body: '<a id="link" href="#part">part</a><h2 id="part">Part</h2>' }
			}
		},
		steps: [
			...submit,
			{ click: '#link' },
			{ until: `location.hash === '#part'` },
			{ go: 'back' },
			{ until: `!location.hash` }
		]
	},
	{
		name: "entries that the page's own script makes stay the page's",
		site: redirected,
		steps: [
			{ run: `history.pushState({ own: 1 }, '', '?own')` },
			...submit,
			...back,
			{ until: `location.search === '?own'` }
		],
		// The browser has the page still; what has replaced it here is asked for.
		differs: { asked: ['GET /?own'] }
	}
];

const tall = '<p style="height: 3000px">tall</p>';

const fragments: Row[] = [
	{
		name: "the action's fragment is shown",
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#part"') }),
			'POST /answer': answerPage({ body: `${tall}<h2 id="part">Part</h2>${tall}` })
		}
	},
	{
		name: "the action's fragment is kept through a redirect",
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#part"') }),
			'POST /answer': { status: 303, headers: { location: 'done' } },
			'GET /done': { page: { name: 'answer', body: `${tall}<h2 id="part">Part</h2>${tall}` } }
		}
	},
	{
		name: 'a fragment that names an anchor, percent-encoded',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#t%C3%A4g"') }),
			'POST /answer': answerPage({ body: `${tall}<h2 id="täg">Part</h2>${tall}` })
		}
	},
	{
		name: 'a fragment that names nothing',
		site: {
			'GET /': formPage({ body: form('', 'method="post" action="answer#nowhere"') }),
			'POST /answer': answerPage({ body: tall })
		}
	},
	{
		name: 'another page begins at its top',
		site: {
			'GET /': formPage({ body: tall + form() }),
			'POST /answer': answerPage({ body: tall })
		}
	},
	{
		name: 'the same page stays where it was scrolled to',
		site: {
			'GET /': formPage({ body: tall + form('', 'method="post"') }),
			'POST /': { page: { name: 'answer', body: tall + form('', 'method="post"') } }
		},
		differs: { noEntry: true, scroll: true }
	},
	{
		name: 'a form without action on a page with a fragment',
		site: {
			'GET /': formPage({
				body: `<a id="link" href="#part">part</a><h2 id="part">Part</h2>${form('', 'method="post"')}`
			}),
			'POST /': { page: { name: 'answer', body: `<h2 id="part">Part</h2><p>ok</p>` } }
		},
		steps: [{ click: '#link' }, { until: 'location.hash' }, ...submit],
		differs: { noEntry: true }
	}
];

export const histories: Row[] = [...redirects, ...posts, ...chains, ...travels, ...fragments];
