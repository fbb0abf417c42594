import type { Section } from './case.ts';
import { preventionSection } from './cases/prevention.ts';

/** All of them, in the order of docs/parity.md. */
export const sections: Section[] = [preventionSection];
