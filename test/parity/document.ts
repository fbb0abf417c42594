import type { Case } from './case.ts';
import type { PageParts } from './subject.ts';

/** The values of the names in a case's markup in one run. */
export interface Places {
	/** The path that all URLs of the run begin with. */
	root: string;
	origin: string;
	/** An origin that is not the document's. */
	other: string;
}

/** A form that is posted with its button, with further fields and attributes. */
export const postForm = (fields = '<input name="a" value="1">', attributes = ''): string =>
	`<form method="post" action="sink" ${attributes}>${fields}<button id="go">Go</button></form>`;

const scriptOf = (code: string | undefined): string => (code ? `<script>${code}</script>` : '');

const CLICK = `document.getElementById('go').click()`;

/** The steps that the page does by itself. A user's own come from outside. */
const stepsOf = ({ after = '', submit = CLICK }: Case): string =>
	[after, typeof submit === 'string' ? submit : '']
		.map((step) => `parity.steps.push(() => { ${step} });`)
		.join('');

/** Replaces the names with their values. */
export const fillIn = (text: string, places: Places): string =>
	text.replace(/%(root|origin|other)%/g, (_, name: keyof Places) => places[name]);

/** Makes the document of a case. */
export const documentOf = (oneCase: Case, places: Places): PageParts => {
	const { head = '', body = postForm(), charset = 'utf-8', before } = oneCase;
	const fill = (text: string): string => fillIn(text, places);
	return {
		charset,
		head: fill(head),
		body: fill(body + scriptOf(before) + scriptOf(stepsOf(oneCase)))
	};
};
