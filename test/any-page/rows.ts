import type { Row } from './row.ts';
import { charsets } from './rows/charsets.ts';
import { histories } from './rows/histories.ts';
import { kinds } from './rows/kinds.ts';
import { parts } from './rows/parts.ts';
import { policies } from './rows/policies.ts';
import { scripts } from './rows/scripts.ts';
import { sessions } from './rows/sessions.ts';
import { variants } from './rows/variants.ts';
import { statuses } from './rows/statuses.ts';

/** The table: outcome without JavaScript = outcome with it. */
export const rows: Row[] = [
	...statuses,
	...charsets,
	...histories,
	...scripts,
	...policies,
	...sessions,
	...parts,
	...kinds,
	...variants
];
