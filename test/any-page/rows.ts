import type { Row } from './row.ts';
import { texts } from './rows/texts.ts';
import { sent } from './rows/sent.ts';
import { names } from './rows/names.ts';
import { moves } from './rows/moves.ts';
import { headers } from './rows/headers.ts';
import { forms } from './rows/forms.ts';
import { answers } from './rows/answers.ts';
import { charsets } from './rows/charsets.ts';
import { histories } from './rows/histories.ts';
import { kinds } from './rows/kinds.ts';
import { parts } from './rows/parts.ts';
import { policies } from './rows/policies.ts';
import { scripts } from './rows/scripts.ts';
import { sessions } from './rows/sessions.ts';
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
	...answers,
	...forms,
	...headers,
	...moves,
	...names,
	...sent,
	...texts
];
