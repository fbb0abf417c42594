import { expect, it } from 'vitest';

const modules = import.meta.glob<any>('/demo/src/lib/server/visitor.ts', { eager: true });
const { createAddressReader, visitorOf } = modules['/demo/src/lib/server/visitor.ts'];

const header = 'x-forwarded-for';

it.each<[name: string, proxies: string, peer: string, forwarded: string, address: string]>([
	['no header is trusted by default', '', '192.0.2.1', '198.51.100.1', '192.0.2.1'],
	[
		'nor that of a peer that is not the proxy',
		'10.0.0.1',
		'192.0.2.1',
		'198.51.100.1',
		'192.0.2.1'
	],
	['the proxy says who it asks for', '10.0.0.1', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
	['also over IPv6', '10.0.0.1', '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
	[
		'what the visitor wrote in front is not believed',
		'10.0.0.1',
		'10.0.0.1',
		'203.0.113.9, 198.51.100.1',
		'198.51.100.1'
	],
	[
		'a chain of proxies is followed back',
		'10.0.0.0/8, ::1',
		'::1',
		'203.0.113.9, 198.51.100.1, 10.2.0.1',
		'198.51.100.1'
	],
	[
		'addresses of IPv6 are those of the proxy, too',
		'fd00::/8',
		'fd00::1',
		'2001:db8::1',
		'2001:db8::1'
	],
	['a header that names nobody is none', '10.0.0.1', '10.0.0.1', 'unknown', '10.0.0.1'],
	['nor is an empty one', '10.0.0.1', '10.0.0.1', '', '10.0.0.1']
])('%s', (_, proxies, peer, forwarded, address) => {
	expect(createAddressReader(proxies)(peer, new Headers({ [header]: forwarded }))).toBe(address);
});

it('a name is not an address: the start fails and says which', () => {
	expect(() => createAddressReader('10.0.0.1, proxy.example')).toThrow('proxy.example');
	expect(() => createAddressReader('10.0.0.0/99')).toThrow('10.0.0.0/99');
});

it.each([
	['198.51.100.1', '198.51.100.1'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
	['2001:db8::1:2:3', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1', 'fe80:0:0:0::/64'],
	['2001:0db8::', '2001:db8:0:0::/64'],
	['unknown', 'unknown']
])('who has %s is counted as %s: a visitor with IPv6 has a whole network', (address, visitor) => {
	expect(visitorOf(address)).toBe(visitor);
});
