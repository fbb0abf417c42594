const withoutFragment = (url: URL): string => url.href.split('#')[0]!;

/** Whether two URLs are the same except for the fragment. */
export const isSamePage = (one: URL, other: URL): boolean =>
	withoutFragment(one) === withoutFragment(other);

/** Whether two URLs belong to the same page, whose forms stay: only query and fragment may differ. */
export const isSamePath = (one: URL, other: URL): boolean =>
	one.origin === other.origin && one.pathname === other.pathname;
