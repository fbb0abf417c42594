// In a browser, universal loads need what they throw, and no server.
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
