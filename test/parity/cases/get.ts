/** A GET form of an app, which the router takes. */
export interface GetCase {
	name: string;
	/** Markup with one form that has an action. */
	body: string;
	/** Runs when the form is there, as `form`. */
	before?: string;
}

const get = (fields: string, attributes = 'action="/search"', button = ''): string =>
	`<form ${attributes}>${fields}<button id="go" ${button}>Go</button></form>`;

export const getRule: { rule: string; cases: GetCase[] } = {
	rule: 'A GET form asks for the browser’s URL',
	cases: [
		{ name: 'fields', body: get('<input name="q" value="a b&c=d"><input name="ä" value="中">') },
		{ name: 'newlines', body: get('<textarea name="q">\na\nb\r\n</textarea>') },
		{
			name: 'a file is its name',
			body: get('<input type="file" name="q">'),
			before: `const files = new DataTransfer(); files.items.add(new File(['x'], 'a b.txt'));
				form.querySelector('input').files = files.files`
		},
		{ name: 'no file', body: get('<input type="file" name="q">') },
		{
			name: 'the submitter in its place',
			body: get('<input name="q" value="1">', undefined, 'name="b" value="2"')
		},
		{
			name: 'the query of the action is replaced',
			body: get('<input name="q">', 'action="/search?old=1#part"')
		},
		{ name: 'no fields', body: get('', 'action="/search?old=1"') },
		{
			name: 'formaction and formmethod',
			body: get(
				'<input name="q">',
				'method="post" action="/"',
				'formmethod="get" formaction="/search"'
			)
		},
		{
			name: 'enctype does not count',
			body: get('<input name="q" value="ä">', 'action="/search" enctype="text/plain"')
		},
		{
			name: 'dirname and _charset_',
			body: get('<input name="q" dirname="d" value="x"><input type="hidden" name="_charset_">')
		},
		{
			name: 'accept-charset',
			body: get('<input name="q" value="é中">', 'action="/search" accept-charset="windows-1252"')
		},
		{
			name: 'a formdata listener, once',
			body: get('<input name="q" value="1">'),
			before: `let count = 0; form.addEventListener('formdata', ({ formData }) => formData.append('count', ++count))`
		},
		{
			name: 'a field that a listener on the window fills',
			body: get('<input name="q">'),
			before: `addEventListener('submit', () => { form.querySelector('input').value = 'late' }, { once: true })`
		}
	]
};
