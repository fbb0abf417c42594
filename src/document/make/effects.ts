import { doc } from '../../dom/doc.ts';
import { untilLeft } from '../../dom/until-left.ts';
import { fileNameOf } from '../file-name.ts';
import { sniff } from '../kind.ts';

/** Has the browser go to a URL. Resolves when the document is left, or when that is no longer to be expected. */
export const leaveFor = (url: string): Promise<void> => untilLeft(() => location.assign(url));

/** How long a `blob:` URL is kept, in ms: a viewer or a download begins to read it a while later. */
const BLOB_TIME = 60_000;

const blobUrl = (bytes: Uint8Array<ArrayBuffer>, { headers }: Response): string => {
	// A viewer is chosen by the type, which the bytes tell where the server does not.
	const type = headers.get('content-type') || sniff(bytes);
	const url = URL.createObjectURL(new Blob([bytes], { type }));
	setTimeout(() => URL.revokeObjectURL(url), BLOB_TIME);
	return url;
};

/** Shows text, an image or a PDF as the browser does. */
export const view = (bytes: Uint8Array<ArrayBuffer>, response: Response): Promise<void> =>
	leaveFor(blobUrl(bytes, response));

/** Saves a file under its name, as a link with `download` does. */
export const save = async (bytes: Uint8Array<ArrayBuffer>, response: Response): Promise<void> => {
	const link = Object.assign(doc.createElement('a'), {
		href: blobUrl(bytes, response),
		download: fileNameOf(response.headers.get('content-disposition'), response.url)
	});
	doc.documentElement.append(link);
	link.click();
	link.remove();
};
