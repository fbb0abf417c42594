import type { Row } from './row.ts';
import { texts } from './rows/texts.ts';
import { sent } from './rows/sent.ts';
import { targetsOfForms } from './rows/targets.ts';
import { journeys } from './rows/journeys.ts';
import { oddAnswers } from './rows/odd-answers.ts';
import { oddPages } from './rows/odd-pages.ts';
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

/** The table, by what its rows are about: outcome without JavaScript = outcome with it. */
export const kindsOfRows: Record<string, Row[]> = {
	'statuses, types and markup': [...statuses, ...texts],
	charsets: charsets,
	'redirects, history, fragments': histories,
	scripts: [...scripts, ...answers],
	policies: policies,
	'flash, old input, tokens': sessions,
	'parts of pages and forms': [...parts, ...forms, ...names],
	'what forms send': sent,
	'responses other than pages': kinds,
	'headers, slow responses, reloads': headers,
	'pages that move on': moves,
	'where forms go': targetsOfForms,
	'several pages': journeys,
	'rare responses': oddAnswers,
	'rare pages': oddPages
};

export const rows: Row[] = Object.values(kindsOfRows).flat();
