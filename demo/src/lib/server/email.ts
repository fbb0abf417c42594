/** Whether it has the shape of an e-mail address. Only a letter to it could tell more. */
export const isEmail = (value: string): boolean =>
	/^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 254;

/** Addresses that differ in case only are one account. */
export const accountOf = (email: string): string => email.toLowerCase();
