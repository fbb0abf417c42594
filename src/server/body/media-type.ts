import { MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../../protocol/enctype.ts';
import { headerOf, type Headed } from '../http.ts';
import { Refusal } from '../thrown.ts';

/** The media types of forms: the three values of `enctype`. */
export const FORM_TYPES: readonly string[] = [URLENCODED_TYPE, MULTIPART_TYPE, PLAIN_TYPE];

const typeOf = (text: string | null): string | null =>
	// What browsers send for most forms.
	text === URLENCODED_TYPE ? text : text?.replace(/;.*/s, '').trim().toLowerCase() || null;

/** The media type of a message, in lower case and without parameters; `null` if there is none. */
export const mediaType = (message: Headed): string | null =>
	typeOf(headerOf(message, 'content-type'));

/** The response to a body of any other type. */
export const notAForm = (): Refusal => new Refusal(415, `Send a form: ${FORM_TYPES.join(', ')}`);
