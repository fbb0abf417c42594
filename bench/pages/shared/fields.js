/** The fields of the form that every candidate has; none may be empty. */
export const FIELDS = ['name', 'email', 'street', 'city', 'phone'];

/** How many other forms the page /forms has. */
export const OTHERS = 999;
