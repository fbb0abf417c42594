import { unsent, type Section } from '../case.ts';
import { postForm } from '../document.ts';

const form = (action: string | null, more = ''): string =>
	`<form method="post" ${action === null ? '' : `action="${action}"`} ${more}><input name="a" value="1"><button id="go">Go</button></form>`;
const PUSHED = `history.pushState(null, '', '%root%/pushed?p=1#part')`;
const REDIRECT = { landing: true, outcome: { redirect: '%root%/landed' } };

/** The URL that is posted to. */
export const urlSection: Section = {
	title: 'URL',
	rules: [
		{
			rule: 'No action, or an empty one, is the document’s URL with its query',
			cases: [
				{ name: 'no action', body: form(null) },
				{ name: 'an empty action', body: form('') },
				{ name: 'a base does not count', head: '<base href="elsewhere/">', body: form('') },
				{
					name: 'formaction, empty',
					body: '<form method="post" action="sink"><button id="go" formaction="">Go</button></form>'
				},
				{ name: 'after pushState', body: form(''), before: PUSHED },
				{ name: 'after pushState, no action', body: form(null), after: PUSHED },
				{ name: 'white space is not empty', body: form('  ') }
			]
		},
		{
			rule: 'An action is resolved against the base URL',
			cases: [
				...[
					'sink?x=1&y=%20',
					'?/name',
					'?/name&x=1',
					'?',
					'..%root%/up',
					'./a/./b/../c',
					'%root%/absolute',
					'%origin%%root%/whole',
					'  spaces around  ',
					'a b"c<d>',
					'ä/中?q=ä中&#x1F4A9;',
					'%41%zz',
					'a\\b',
					'semi;colon=1'
				].map((action) => ({ name: action.trim(), body: form(action.replaceAll('"', '&quot;')) })),
				{ name: 'tab and newline are dropped', body: form('si&#9;n&#10;k') },
				{ name: 'base href', head: '<base href="%root%/based/">', body: form('sink') },
				{
					name: 'base href, and only a query',
					head: '<base href="%root%/based/x?y">',
					body: form('?/name')
				},
				{
					name: 'after pushState',
					body: form('sink'),
					before: `history.pushState(null, '', '%root%/deep/page')`
				},
				{ name: 'after pushState, only a query', body: form('?/name'), after: PUSHED },
				{
					name: 'formaction',
					body: '<form method="post" action="sink"><button id="go" formaction="other?x">Go</button></form>'
				},
				{
					name: 'formaction on another kind of button',
					body: '<form method="post" action="sink"><input name="a" formaction="other"><button id="go">Go</button></form>'
				}
			]
		},
		{
			rule: 'A fragment is not sent, and kept for the landing',
			cases: [
				{ name: 'of the action', body: form('sink#part') },
				{ name: 'of the document', body: form(''), before: PUSHED },
				{ name: 'after a redirect', body: form('sink#part'), ...REDIRECT },
				{
					name: 'after a redirect with its own',
					body: form('sink#part'),
					landing: true,
					outcome: { redirect: '%root%/landed#own' }
				},
				{
					name: 'of a redirect alone',
					body: form('sink'),
					landing: true,
					outcome: { redirect: '%root%/landed#own' }
				}
			].map((oneCase) => ('outcome' in oneCase ? { ...oneCase, sent: 2 } : oneCase))
		},
		{
			rule: 'A redirect is resolved against the action’s URL',
			cases: [
				{
					name: 'a relative one',
					body: form('deep/sink?x'),
					landing: true,
					outcome: { redirect: 'landed' },
					sent: 2
				},
				{
					name: 'only a query',
					body: form('deep/sink?x'),
					landing: true,
					outcome: { redirect: '?y' },
					sent: 2
				}
			]
		},
		{
			rule: 'Another origin, scheme or a password in the URL is the browser’s',
			cases: [
				{ name: 'another origin', body: form('%other%%root%/sink') },
				{
					name: 'another origin, by formaction',
					body: '<form method="post"><button id="go" formaction="%other%%root%/sink">Go</button></form>'
				},
				{
					name: 'a name and a password',
					body: form('sink'),
					before: `const url = new URL('sink', document.baseURI); url.username = 'u'; url.password = 'p'; document.forms[0].setAttribute('action', url)`
				},
				...unsent([
					{
						name: 'javascript:',
						body: form('javascript:void (document.documentElement.title = 1)'),
						observe: 'document.documentElement.title'
					},
					{ name: 'mailto:', body: form('mailto:a@example.test') },
					{
						name: 'data:',
						body: form('data:text/plain,x'),
						except: { firefox: 'the driver waits for the navigation that Firefox blocks' }
					},
					{ name: 'an action that is no URL', body: form('http://[') },
					{ name: 'an action that is no URL, by port', body: form('//x:99999999') }
				])
			]
		},
		{
			rule: 'Policies of the document',
			cases: [
				{
					name: 'connect-src none',
					headers: { 'content-security-policy': "connect-src 'none'" }
				},
				{
					name: 'form-action none',
					headers: { 'content-security-policy': "form-action 'none'" },
					sent: 0,
					departures: [
						{
							why: 'a page cannot read its form-action, and fetch is not under it',
							differences: ['requests: 0 → 1']
						}
					]
				},
				{
					name: 'sandbox without allow-forms',
					headers: { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' },
					sent: 0,
					quirks: {
						webkit: 'fires the submit event and then sends nothing; the standard fires none'
					},
					departures: [
						{
							engines: ['webkit'],
							why: 'a page cannot read its sandbox',
							differences: ['requests: 0 → 1']
						}
					]
				},
				{
					name: 'sandbox with allow-forms',
					headers: {
						'content-security-policy': 'sandbox allow-forms allow-scripts allow-same-origin'
					}
				},
				{ name: 'Referrer-Policy: no-referrer', headers: { 'referrer-policy': 'no-referrer' } },
				{ name: 'Referrer-Policy: origin', headers: { 'referrer-policy': 'origin' } },
				{
					name: 'rel=noreferrer',
					body: postForm(undefined, 'rel="noreferrer"'),
					quirks: { chromium: 'sends a Referer; the standard does not' },
					departures: [
						{
							engines: ['chromium'],
							why: 'softpost sends none, as the standard says and users want',
							differences: ['referer: /page → absent']
						}
					]
				},
				{ name: 'rel=noopener', body: postForm(undefined, 'rel="noopener"') }
			]
		}
	]
};
