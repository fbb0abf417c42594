import { doc } from '../../dom/doc.ts';
import { untilLeft } from '../../dom/until-left.ts';
import { fileNameOf } from '../file-name.ts';
import { sniff } from '../kind.ts';

/** Navigates the browser to a URL. Resolves when the document is left, or will not be left after all. */
export const leaveFor = (url: string): Promise<void> => untilLeft(() => location.assign(url));

/** Milliseconds to keep a `blob:` URL: a viewer or a download reads it later. */
const BLOB_TIME = 60_000;

const blobUrl = (bytes: Uint8Array<ArrayBuffer>, headers: Headers): string => {
	// Browsers choose the viewer by the type, so guess it if the server does not send one.
	const type = headers.get('content-type') || sniff(bytes, headers);
	const url = URL.createObjectURL(new Blob([bytes], { type }));
	setTimeout(() => URL.revokeObjectURL(url), BLOB_TIME);
	return url;
};

/** Shows text, an image or a PDF as the browser does. */
export const view = (bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void> =>
	leaveFor(blobUrl(bytes, headers));

/** Saves a file under its name, like a link with `download`. */
export const save = async (
	bytes: Uint8Array<ArrayBuffer>,
	headers: Headers,
	url: string
): Promise<void> => {
	const link = Object.assign(doc.createElement('a'), {
		href: blobUrl(bytes, headers),
		download: fileNameOf(headers.get('content-disposition'), url)
	});
	doc.documentElement.append(link);
	link.click();
	link.remove();
};
