import type { ApplyAction } from './apply/apply-action.ts';
import type { Parts } from './apply/target.ts';
import { createEnhance, enhanceDocument, type Enhance, type FormsContext } from './form/enhance.ts';
import { loadSecondStage } from './form/load-second-stage.ts';
import { createRecords, type FindRecord } from './form/submission-status.ts';
import type { EnhanceOptions } from './form/types.ts';
import { hostNavigator } from './navigation/current.ts';

/** Makes `applyAction` for an instance. */
export const createApplyAction =
	(parts: Parts): ApplyAction =>
	async (result) => {
		const { applyTo } = await loadSecondStage(parts);
		return applyTo(parts, result);
	};

const parts: Parts = { navigator: hostNavigator };
const defaults: EnhanceOptions = {};

/** The record of this browser's submissions with a key. */
export const findRecord: FindRecord = /* @__PURE__ */ createRecords();

/** The instance of this browser. */
export const browser: FormsContext = { parts, defaults, find: findRecord };

/** Enhances a form of this browser's page. Works as a Svelte action and as a plain function. */
export const enhance: Enhance = /* @__PURE__ */ createEnhance(browser);

/** Enhances all forms of this browser's document; returns the undo. */
export const enhanceForms = (options: EnhanceOptions): (() => void) =>
	enhanceDocument(browser, options);

/** Applies a result to this browser's page. */
export const applyAction: ApplyAction = /* @__PURE__ */ createApplyAction(parts);

/**
 * Sets options for all forms. Options of a single form take precedence.
 *
 * @param options see {@link EnhanceOptions}
 * @example
 * configure({ onError: 'keep', timeout: 10_000 });
 */
export const configure = (options: EnhanceOptions): void => void Object.assign(defaults, options);
