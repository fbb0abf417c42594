import { formPage, type Row } from '../row.ts';

const raw = (name: string, body: string): Row => ({
	name: `text: ${name}`,
	site: { 'GET /': formPage(), 'POST /answer': { body } },
	steps: [
		{ click: '#go' },
		{ until: `!document.forms.length && document.readyState === 'complete'` }
	]
});

/** Documents that end, or begin, where documents should not. */
export const texts: Row[] = [
	raw('text alone', 'just text'),
	raw('nothing', ''),
	raw('a fragment without html, head, body', '<!doctype html><title>T</title><h1>Hello'),
	raw('a title that does not end', '<!doctype html><p>before</p><title>Title'),
	raw(
		'a style that does not end',
		'<!doctype html><p>before</p><style>p { text-transform: uppercase }'
	),
	raw('a script that does not end', '<!doctype html><p>before</p><script>document.title = "ran"'),
	raw('a tag that does not end', '<!doctype html><p>before</p><a href=x'),
	raw('an attribute that does not end', '<!doctype html><p>before</p><a href="x'),
	raw('xmp that does not end', '<!doctype html><p>before</p><xmp><b>x'),
	raw('noscript that does not end', '<!doctype html><p>before</p><noscript><b>x'),
	raw('select that does not end', '<!doctype html><p>before</p><select><option>x'),
	raw(
		'frameset',
		'<!doctype html><html><head><title>F</title></head><frameset cols="*,*"><frame src="data:text/html,a"><frame src="data:text/html,b"></frameset></html>'
	),
	raw(
		'text and comments behind the end',
		'<!doctype html><body><p>x</p></body></html><!-- c --> text behind <script>document.title = "behind"</script>'
	),
	raw(
		'head in the middle, two htmls',
		'<!doctype html><html lang="en"><p>x</p><html dir="rtl" lang="de"><head><title>t</title></head>'
	),
	raw('NUL and controls', '<!doctype html><p>a\u0000b\u0001c</p>'),
	raw('slash and case in tags', '<!DOCTYPE html><BODY><P/>x<BR/><IMG ALT="pic"/>y</P></BODY>'),
	raw('cdata and processing instructions', '<?php echo 1 ?><!doctype html><![CDATA[ x ]]><p>y</p>')
];
