/** The engines, by the names that `npm run engines -- --engine` takes. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

export type ModifierKey = 'Alt' | 'Control' | 'Shift';

/** How to click, where it is not in the middle and with no key held. */
export interface ClickOptions {
	/** The key that is held. */
	key?: ModifierKey;
	/** In CSS pixels from the element's left and top edge. */
	at?: { x: number; y: number };
}

/**
 * One tab, as all engines can be driven. What begins a navigation does not wait for its end: that is
 * something else in each protocol, so the scenarios wait for what they want to see.
 */
export interface Driver {
	/** Loads a document. */
	open(url: string): Promise<void>;
	/** Runs an expression in the page, and waits where it is a promise. The value travels as JSON. */
	evaluate<Value>(expression: string): Promise<Value>;
	/** Clicks in the middle of the first element, with the mouse. */
	click(selector: string, options?: ClickOptions): Promise<void>;
	/** Clicks into the first element and types, key by key. */
	type(selector: string, text: string): Promise<void>;
	/** Presses a key, wherever the focus is. */
	press(key: 'Tab' | 'Enter', modifier?: 'Control'): Promise<void>;
	back(): Promise<void>;
	forward(): Promise<void>;
	reload(): Promise<void>;
	/** The questions that the browser asked before it left a document. It was told to stay each time. */
	questions(): string[];
	/** Closes the windows and tabs that this one has opened. */
	closeOthers(): Promise<void>;
	close(): Promise<void>;
}

/** A browser that runs. */
export interface Engine {
	/** Name and version, as the browser says them. */
	version: string;
	/** Opens a tab that shares nothing with the others. */
	openTab(): Promise<Driver>;
	/** Ends the browser and whatever was started for it. */
	close(): Promise<void>;
}
