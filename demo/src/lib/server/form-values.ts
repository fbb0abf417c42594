/** The text of a field, trimmed; empty if the field is missing or a file. */
export const formText = (data: FormData, name: string): string => {
	const value = data.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

/** The file that was chosen. A browser sends an empty one without a name where none was. */
export const formFile = (data: FormData, name: string): File | undefined => {
	const value = data.get(name);
	return value instanceof File && value.name ? value : undefined;
};
