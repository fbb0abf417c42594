import { BlockList, isIP, isIPv6 } from 'node:net';

/** An address of IPv4 has other spellings: as one of IPv6, and in a header with its port. */
const normal = (text: string): string => {
	const [, bare = text] = /^\[(.+)\](?::\d+)?$/.exec(text) ?? /^([\d.]+):\d+$/.exec(text) ?? [];
	return bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
};

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** @throws where one is neither an address nor a range of addresses */
const blockList = (proxies: string): BlockList => {
	const list = new BlockList();
	for (const proxy of proxies.split(',').map((part) => part.trim())) {
		if (!proxy) continue;
		const [address = '', bits] = proxy.split('/');
		try {
			if (bits === undefined) list.addAddress(address, family(address));
			else list.addSubnet(address, Number(bits), family(address));
		} catch {
			throw new Error(`"${proxy}" is neither an address nor a range such as 10.0.0.0/8`);
		}
	}
	return list;
};

/**
 * Makes what finds the address of a visitor behind proxies.
 *
 * Anybody can send `x-forwarded-for`. Only the part written by a trusted proxy counts: from the right, the
 * first address that is not a trusted proxy's own.
 *
 * @param proxies addresses and ranges of trusted proxies, with commas between them; none by default
 * @throws where one of them is neither
 */
export const createAddressReader = (proxies = '') => {
	const trusted = blockList(proxies);
	const isTrusted = (address: string): boolean => trusted.check(address, family(address));

	/** @param peer the address at the other end of the connection */
	return (peer: string, headers: Headers): string => {
		let found = normal(peer);
		const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => normal(hop.trim()));
		while (isTrusted(found)) {
			const hop = hops.pop();
			if (!hop || !isIP(hop)) break;
			found = hop;
		}
		return found;
	};
};

const groupsOf = (text: string): string[] => (text ? text.split(':') : []);

/**
 * Returns the address that a visitor is counted by. For IPv6 it is the network: a visitor has 2^64 addresses or more there, so
 * each guess could come from a new one.
 */
export const visitorOf = (address: string): string => {
	if (!isIPv6(address)) return address;
	const [start = [], end = []] = address.split('::').map(groupsOf);
	const zeros = Array.from({ length: 8 - start.length - end.length }, () => '0');
	const network = [...start, ...zeros, ...end].slice(0, 4);
	return `${network.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
};

let read: ((peer: string, headers: Headers) => string) | undefined = createAddressReader();

/**
 * Says how visitors are told from each other; the server does so before it listens.
 *
 * @param proxies as for {@link createAddressReader}
 * @param isBehindProxy whether there is one, which then has to be named: all visitors come from its address
 */
export const useProxies = (proxies: string | undefined, isBehindProxy: boolean): void => {
	read = proxies || !isBehindProxy ? createAddressReader(proxies) : undefined;
};

/** The visitor's address or network, or nothing where all visitors have the same. */
export const visitorAddress = (event: {
	request: Request;
	getClientAddress: () => string;
}): string | undefined => read && visitorOf(read(event.getClientAddress(), event.request.headers));
