/**
 * Whether the app has a newer version: always `false`. If a deployment has removed a page's code, a navigation to the
 * page loads its document, so softpost does not poll for versions.
 */
export const updated: { readonly current: boolean; check(): Promise<boolean> } = {
	current: false,
	check: async () => false
};
