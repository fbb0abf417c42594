import { createDocumentNavigator } from '../navigation/document-navigator.ts';
import type { Navigator } from '../navigation/navigator.ts';
import { browserPage } from '../page/browser-page.ts';
import type { PageStore } from '../page/page-state.ts';
import type { Reply } from '../protocol/read-reply.ts';
import type { Decoders } from '../protocol/transport.ts';

/** The parts that an instance is made of. */
export interface Parts {
	/** Default: this browser's page. */
	page?: PageStore | undefined;
	/** The started host, or the parts of one. The code for documents does what is left out. */
	navigator(): Partial<Navigator> | undefined;
	/** Reads the text of a response, if the host brings its own way. */
	decode?:
		| ((text: string, decoders: Decoders | undefined, response: Response) => Reply | Promise<Reply>)
		| undefined;
	/** Whether results show the page of their action, if the form's options say nothing of it. */
	navigates?: boolean;
}

/** The page, and the ways to change it, that results are applied to. */
export interface Target extends Parts {
	page: PageStore;
	/** The current navigator, which also shows errors. */
	navigator(): Navigator;
}

/** Completes the parts of an instance. */
export const targetOf = ({ page = browserPage, navigator, ...others }: Parts): Target => ({
	...others,
	page,
	navigator() {
		const host = navigator();
		return {
			...createDocumentNavigator(page),
			// With a host, responses are not shown as documents.
			...(host && { documents: undefined, ...host })
		};
	}
});
