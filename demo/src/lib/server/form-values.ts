/** What was typed into a field, trimmed; empty for a field that is missing or holds a file. */
export const formText = (data: FormData, name: string): string => {
	const value = data.get(name);
	return typeof value === 'string' ? value.trim() : '';
};
