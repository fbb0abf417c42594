import { FormRequest } from '../body/form-request.ts';
import { whyForged } from './csrf.ts';
import type { Route } from './match.ts';
import { shownUrl } from './origins.ts';
import type { OwnRequest, Site } from './site.ts';
import { wantedOf } from './wanted.ts';

/** The decisions about a request, made once, when it arrives. */
export interface Visit {
	site: Site;
	/** The request as received; `handle` may replace `event.request`. */
	request: Request;
	/** The URL as users see it. */
	url: URL;
	/** The app's own origins, as users see them. */
	origins: readonly string[];
	route: Route | null;
	wanted: ReturnType<typeof wantedOf>;
	/** Why another site may have forged it, or `null`. */
	forged: string | null;
	/** How many requests of the app to itself wait for it, itself included; 0 for one from outside. */
	depth: number;
}

/** Makes these decisions, without reading the body. */
export const openVisit = (site: Site, request: Request, own?: OwnRequest): Visit => {
	const seen = request instanceof FormRequest ? request.parsedUrl() : new URL(request.url);
	const origins = own?.origins ?? site.origins(request, seen);
	const url = shownUrl(seen, origins);
	const route = site.match(url.pathname);
	const wanted = wantedOf(request, route, own?.hasLentAccept);
	const forged = whyForged(request, origins, site.trusted);
	return { site, request, url, origins, route, wanted, forged, depth: own?.depth ?? 0 };
};
