import type { Section } from './case.ts';
import { clobberingSection } from './cases/clobbering.ts';
import { encodingSection } from './cases/encoding.ts';
import { entrySection } from './cases/entries.ts';
import { lifecycleSection } from './cases/lifecycle.ts';
import { preventionSection } from './cases/prevention.ts';
import { submittingSection } from './cases/submitting.ts';
import { targetSection } from './cases/targets.ts';
import { urlSection } from './cases/urls.ts';

/** All of them, in the order of docs/parity.md. */
export const sections: Section[] = [
	submittingSection,
	preventionSection,
	lifecycleSection,
	targetSection,
	urlSection,
	entrySection,
	encodingSection,
	clobberingSection
];
