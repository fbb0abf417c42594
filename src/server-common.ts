export { createApp } from './server/app.ts';
export {
	error,
	fail,
	isActionFailure,
	isHttpError,
	isRedirect,
	json,
	redirect,
	text
} from './server/thrown.ts';
export { invalid, validate } from './server/validate.ts';
export { memorySubmissions } from './server/once/submission-store.ts';
export type { CheckOptions } from './fields/check.ts';
export type { FieldsFailure, Issue } from './fields/failure.ts';
export type { InvalidOptions, IssuesByName, Validated } from './fields/make-validate.ts';
export type { SubmissionStore } from './server/store.ts';
export type { HttpError, Redirect, RedirectOptions } from './server/thrown.ts';
export type {
	EndpointConfig,
	FieldPart,
	FilePart,
	FormLimits,
	PageConfig,
	Part,
	SizeOptions
} from './server/form-types.ts';
export type {
	Action,
	Actions,
	App,
	AppOptions,
	CookieOptions,
	Cookies,
	EndpointModule,
	FetchOptions,
	Handle,
	HandleServerError,
	LayoutModule,
	LayoutServerLoad,
	LoadData,
	PageModule,
	PageProps,
	PageServerLoad,
	RequestEvent,
	RequestHandler,
	ResolveOptions,
	ServerLoad,
	ServerLoadEvent,
	ServerRoute,
	ServerRoutes
} from './server/types.ts';
export type {
	LayoutLoad,
	Load,
	LoadEvent,
	PageLoad,
	PageOptions,
	UniversalModule,
	UniversalRoute
} from './protocol/universal.ts';
export type { SubmitFunction } from './form/types.ts';
export type { ActionData, ActionFailure } from './protocol/action-types.ts';
export type { ActionResult } from './protocol/action-result.ts';
export type { Transport, Transporter } from './protocol/transport.ts';
export type { PageData, PageError, Render, RenderInput } from './protocol/page-data.ts';
