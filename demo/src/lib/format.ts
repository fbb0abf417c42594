// Locale and time zone are fixed, or the browser would write another text than the server did.
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A date as `2 Jan 2026`. */
export const day = (date: Date): string => days.format(date);

/** Bytes as `512 B`, `1.4 kB` or `2 MB`. */
export const size = (bytes: number): string => {
	if (bytes < 1024) return `${bytes} B`;
	const kilobytes = bytes / 1024;
	return kilobytes < 1024
		? `${numbers.format(kilobytes)} kB`
		: `${numbers.format(kilobytes / 1024)} MB`;
};
