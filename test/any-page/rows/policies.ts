import { LOG } from '../outcome.ts';
import { answerPage, form, formPage, type Answer, type Row } from '../row.ts';

const withPolicy = (answer: Answer, policy: string): Answer => ({
	...answer,
	headers: { ...answer.headers, 'content-security-policy': policy }
});

const nonced = LOG.replace('<script', '<script nonce="{nonce}"');
const noted = '<script nonce="{nonce}">log("allowed")</script><script>log("forbidden")</script>';

const NONCE = "script-src 'nonce-{nonce}'";

const both = (name: string, policy: string, head: string, more: Partial<Row> = {}): Row => ({
	name: `policy: ${name}`,
	site: {
		'GET /': withPolicy(formPage({ head }), policy),
		'POST /answer': withPolicy(answerPage({ head }), policy)
	},
	...more
});

export const policies: Row[] = [
	both('a new nonce for each page', NONCE, nonced + noted),
	both(
		"a nonce and 'strict-dynamic'",
		"script-src 'nonce-{nonce}' 'strict-dynamic'",
		nonced + noted
	),
	both(
		'a nonce, with base-uri and object-src',
		`${NONCE}; object-src 'none'; base-uri 'none'`,
		nonced + noted
	),
	both(
		'a nonce for styles, too',
		`${NONCE}; style-src 'nonce-{nonce}'`,
		`${nonced}<style nonce="{nonce}">h1 { text-transform: uppercase }</style>`
	),
	both(
		"'self' and 'unsafe-inline'",
		"script-src 'self' 'unsafe-inline'",
		`${LOG}<script>log("allowed")</script>`
	),
	both(
		"'self' alone",
		"default-src 'self'",
		'<script>document.title = "forbidden"</script><script src="/assets/global.js"></script>'
	),
	both(
		'frame-ancestors and report-uri',
		`${NONCE}; frame-ancestors 'none'; report-uri /report`,
		nonced + noted
	),
	both(
		'two policies in one header',
		`${NONCE}, default-src 'self' 'unsafe-inline'`,
		nonced + noted
	),
	{
		name: 'policy: only the answer has one',
		site: {
			'GET /': formPage(),
			'POST /answer': withPolicy(answerPage({ head: nonced + noted }), NONCE)
		}
	},
	{
		name: 'policy: only the answer has one, which forbids images',
		site: {
			'GET /': formPage(),
			'POST /answer': withPolicy(
				answerPage({
					head: LOG,
					body: `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onerror="log('no image')" onload="log('image')">`
				}),
				"img-src 'none'"
			)
		}
	},
	{
		name: 'policy: a <meta> in the answer',
		site: {
			'GET /': formPage(),
			'POST /answer': answerPage({
				head: `${LOG}<meta http-equiv="content-security-policy" content="script-src 'nonce-a'"><script nonce="a">log("allowed")</script><script>log("forbidden")</script>`
			})
		}
	},
	{
		name: 'policy: Trusted Types without a policy for us',
		site: {
			'GET /': withPolicy(
				formPage(),
				"require-trusted-types-for 'script'; trusted-types none-of-ours"
			),
			'POST /answer': withPolicy(
				answerPage(),
				"require-trusted-types-for 'script'; trusted-types none-of-ours"
			)
		},
		native: true,
		without: { webkit: 'has no Trusted Types', firefox: 'has no Trusted Types in this release' }
	},
	{
		name: 'policy: Trusted Types with a policy for us',
		site: {
			'GET /': withPolicy(formPage(), "require-trusted-types-for 'script'; trusted-types softpost"),
			'POST /answer': withPolicy(
				answerPage(),
				"require-trusted-types-for 'script'; trusted-types softpost"
			)
		}
	},
	{
		name: 'policy: three pages after each other, each with its nonce',
		site: {
			'GET /': withPolicy(formPage({ head: nonced + noted }), NONCE),
			'POST /answer': withPolicy(
				answerPage({ head: nonced + noted, body: form('', 'method="post" action="last"') }),
				NONCE
			),
			'POST /last': withPolicy(
				{ page: { name: 'last', head: nonced + noted, body: 'last' } },
				NONCE
			)
		},
		steps: [{ click: '#go' }, { page: 'answer' }, { click: '#go' }, { page: 'last' }]
	}
];
