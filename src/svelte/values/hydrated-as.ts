import type { Earlier } from '../../form/control-values.ts';
import type { Value } from './follow-data.ts';
import { defaultOf, held, isCheckable, type Control } from './held.ts';

/** Makes the function that returns the rendered value of a control of a page that was hydrated or mounted before. */
export const hydratedAs =
	({ rendered, edited }: Earlier) =>
	(control: Control): Value => {
		const before = rendered.get(control);
		const key = isCheckable(control) ? 'checked' : 'value';
		// Only the page's own code has changed it since.
		if (!edited.has(control) && before?.[key] !== control[key]) return held(control);
		return defaultOf(control, before);
	};
