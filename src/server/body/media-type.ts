import { MULTIPART_TYPE, PLAIN_TYPE, URLENCODED_TYPE } from '../../protocol/wire.ts';
import { Refusal } from '../thrown.ts';

/** What a form can be sent as: the three values of `enctype`. */
export const FORM_TYPES: readonly string[] = [URLENCODED_TYPE, MULTIPART_TYPE, PLAIN_TYPE];

/** The media type of a message, in lower case and without parameters; `null` where there is none. */
export const mediaType = ({ headers }: Pick<Request, 'headers'>): string | null =>
	headers.get('content-type')?.replace(/;.*/s, '').trim().toLowerCase() || null;

/** For a body that no form sends. */
export const notAForm = (): Refusal => new Refusal(415, `Send a form: ${FORM_TYPES.join(', ')}`);
