import type { Case } from '../case.ts';

const isAboutCalls = ({ after = '', submit = '' }: Case): boolean =>
	/parity\.enhance(ments|\(document\))/.test(after + String(submit));

/**
 * Why a case says nothing about a subject.
 *
 * @returns a sentence, or nothing where the case is to be run
 */
export const whyLeftOut = (subject: string, oneCase: Case): string | undefined => {
	if (isAboutCalls(oneCase))
		return 'It is about calling `enhance` twice and `destroy`, which not every library has.';
	if (subject === 'sveltekit' && oneCase.charset) return 'SvelteKit’s pages are always UTF-8.';
	return undefined;
};
