/**
 * What the pages of the cases find at hand, before their own markup is parsed. It adds no listener that
 * a form's events could reach.
 */
const parity = {
	/**
	 * What `enhance` returned, form by form. Empty in the browser's own run.
	 *
	 * @type {{ destroy(): void }[]}
	 */
	enhancements: [],
	/** What nobody caught. @type {string[]} */
	errors: [],
	/** What a case does once the forms are enhanced, each in a task of its own. @type {(() => void)[]} */
	steps: [],
	/** Whether the steps are done. */
	done: false,

	/** Enhances the forms of a subtree. In the browser's own run there is nothing to do. */
	enhance() {},

	/** Called when the forms of the document are enhanced. */
	async ready() {
		// A submission before the load event would replace the entry of the history.
		if (document.readyState !== 'complete')
			await new Promise((resolve) => addEventListener('load', resolve));
		for (const step of parity.steps) {
			await new Promise((resolve) => setTimeout(resolve));
			try {
				step();
			} catch (error) {
				parity.errors.push(String(error));
			}
		}
		parity.done = true;
	},

	/**
	 * Has a file input hold files.
	 *
	 * @param {HTMLInputElement} input
	 * @param {[name: string, content: string, type?: string][]} files
	 */
	choose(input, ...files) {
		const transfer = new DataTransfer();
		for (const [name, content, type] of files)
			transfer.items.add(new File([content], name, { type: type ?? '' }));
		input.files = transfer.files;
	}
};

// Where other documents find it.
Object.assign(globalThis, { parity });

addEventListener('error', ({ message }) => void parity.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => void parity.errors.push(String(reason)));
