/**
 * Whether the app has a newer version: always `false`. Where a deployment took a page's code away, a navigation to
 * it loads the document, so no version is polled.
 */
export const updated: { readonly current: boolean; check(): Promise<boolean> } = {
	current: false,
	check: async () => false
};
