// In a browser, universal loads need the functions that throw, but not the server.
export {
	error,
	fail,
	isActionFailure,
	isHttpError,
	isRedirect,
	json,
	redirect,
	text
} from '../server/thrown.ts';
