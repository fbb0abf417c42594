import { options } from './options.ts';
import type { Subject } from './subject.ts';

/** @param name a module in `subjects/`. Default: the one that scripts/parity.mjs was asked for */
export const loadSubject = async (name: string = options.subject): Promise<Subject> => {
	const { subject }: { subject: Subject } = await import(`./subjects/${name}.ts`);
	return subject;
};
