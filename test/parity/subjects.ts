import { options } from './options.ts';
import type { Subject } from './subject.ts';

/** The subject that scripts/parity.mjs was asked to compare with the browser. */
export const loadSubject = async (): Promise<Subject> => {
	const { subject }: { subject: Subject } = await import(`./subjects/${options.subject}.ts`);
	return subject;
};
