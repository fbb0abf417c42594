import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveBothWays, started, stayed, type Ending, type Story } from './both-ways.ts';
import { openPage, serveFixture, type Site } from './harness.ts';

const fillIn = async (page: Page, email: string, password: string): Promise<void> => {
	await page.getByLabel('Email', { exact: true }).fill(email);
	await page.getByLabel('Password', { exact: true }).fill(password);
};

const logIn = async (page: Page, email = 'ann@example.com', password = 'secret'): Promise<void> => {
	await fillIn(page, email, password);
	await page.getByRole('button', { name: 'Log in', exact: true }).click();
};

const tellBothWays = serveBothWays('seed');
const tellOfDefaultAction = serveBothWays('seed-default');

/** Both ways end the same, but for the document: only JavaScript keeps it. */
const expectSame = async (path: string, story: Story, tell = tellBothWays): Promise<Ending> => {
	const [off, on] = await tell(path, story);
	expect(on).toEqual({ ...off, stayed: true });
	return off;
};

describe('the log-in page, the same with JavaScript off and on', () => {
	it('logs in: cookie, fresh data and the success message', async () => {
		const { path, text, cookies } = await expectSame('/login', async (page) => {
			await logIn(page);
			await page.getByText('Successfully logged in').waitFor();
			expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe('');
		});
		expect(path).toBe('/login');
		expect(text).toContain('Successfully logged in! Welcome back, Ann');
		expect(text).toContain('Status 200, form {"success":true}');
		expect(cookies).toEqual([expect.stringMatching(/^sessionid=session-\d+$/)]);
	});

	it('registers through the formaction of the other button', async () => {
		const { text, cookies } = await expectSame('/login', async (page) => {
			await fillIn(page, 'bob@example.com', 'hunter2');
			await page.getByRole('button', { name: 'Register', exact: true }).click();
			await page.getByText('Welcome back, bob').waitFor();
		});
		expect(text).toContain('form {"success":true}');
		expect(cookies).toEqual([expect.stringMatching(/^sessionid=session-\d+$/)]);
	});

	it('says that the email is missing', async () => {
		const { text, cookies } = await expectSame('/login', async (page) => {
			await logIn(page, '', 'secret');
			await page.getByText('The email field is required').waitFor();
		});
		expect(text).toContain('Status 400, form {"email":"","missing":true}');
		expect(cookies).toEqual([]);
	});

	it('gives the email back, not the password, when the credentials are wrong', async () => {
		const { text } = await expectSame('/login', async (page) => {
			await logIn(page, 'ann@example.com', 'wrong');
			await page.getByText('Invalid credentials!').waitFor();
			expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe('ann@example.com');
		});
		expect(text).toContain('Status 400, form {"email":"ann@example.com","incorrect":true}');
		expect(text).not.toContain('wrong');
	});

	it('goes through errors to a log-in', async () => {
		const { text, cookies } = await expectSame('/login', async (page) => {
			await logIn(page, '', 'secret');
			await page.getByText('The email field is required').waitFor();
			await logIn(page, 'ann@example.com', 'wrong');
			await page.getByText('Invalid credentials!').waitFor();
			await logIn(page);
			await page.getByText('Successfully').waitFor();
		});
		expect(text).not.toContain('Invalid');
		expect(cookies).toEqual([expect.stringMatching(/^sessionid=session-\d+$/)]);
	});

	it('redirects to the page in redirectTo', async () => {
		const { path, text, cookies } = await expectSame('/login?redirectTo', async (page) => {
			await logIn(page);
			await page.getByText('Account of Ann').waitFor();
		});
		expect(path).toBe('/account');
		expect(text).toContain('Account of Ann');
		expect(cookies).toEqual([expect.stringMatching(/^sessionid=session-\d+$/)]);
	});
});

describe('loading data', () => {
	it('shows what the action changed in locals, although handle does not run again', async () => {
		const { path, text, cookies } = await expectSame('/login?redirectTo', async (page) => {
			await logIn(page);
			await page.getByText('Account of Ann').waitFor();
			await page.getByRole('button', { name: 'Log out' }).click();
			await page.getByText('Account of nobody').waitFor();
		});
		expect(path).toBe('/account');
		expect(text).toContain('Account of nobody');
		expect(cookies).toEqual([]);
	});
});

describe('forms without use:enhance', () => {
	it('are posted by the browser, and hydrate with their result', async () => {
		const [off, on] = await tellBothWays('/native', async (page) => {
			await logIn(page, 'ann@example.com', 'wrong');
			await page.getByText('Invalid credentials!').waitFor();
			await logIn(page);
			await page.getByText('Welcome back, Ann').waitFor();
		});
		expect(on).toEqual(off);
		expect(on).toMatchObject({
			path: '/native',
			cookies: [expect.stringMatching(/^sessionid=session-\d+$/)],
			stayed: false
		});
	});

	it('posts to the action of another page from the layout, and shows that page', async () => {
		const [off, on] = await tellBothWays('/', async (page) => {
			await page.getByRole('button', { name: 'Register anywhere' }).click();
			await page.getByText('Welcome back, cat').waitFor();
		});
		expect(on).toEqual(off);
		expect(on).toMatchObject({
			path: '/login',
			cookies: [expect.stringMatching(/^sessionid=session-\d+$/)],
			stayed: false
		});
	});

	it('posts to the default action, from its page and from the layout', async () => {
		const [off, on] = await tellOfDefaultAction('/', async (page) => {
			await page.getByRole('button', { name: 'Log in from anywhere' }).click();
			await page.getByText('Logged in: bob@example.com;').waitFor();
			await logIn(page);
			await page.getByText('Logged in: bob@example.com ann@example.com').waitFor();
		});
		expect(on).toEqual(off);
		expect(on).toMatchObject({ path: '/login', stayed: false });
		expect(on.text).toContain('status 204');
	});
});

describe('a default action with use:enhance', () => {
	it('runs, and page.status is 204 without data', async () => {
		const { text } = await expectSame(
			'/login',
			async (page) => {
				await page.getByRole('button', { name: 'Enhanced' }).click();
				await page
					.getByText('Logged in: bob@example.com ann@example.com enhanced@example.com')
					.waitFor();
				await page.getByText('status 204').waitFor();
			},
			tellOfDefaultAction
		);
		expect(text).toContain('status 204');
	});
});

describe('custom event listener', () => {
	it('logs in by deserialize, invalidateAll and applyAction', async () => {
		const { text, cookies } = await expectSame('/listener', async (page) => {
			await logIn(page);
			await page.getByText('form {"success":true}').waitFor();
		});
		expect(text).toContain('User Ann');
		expect(cookies).toEqual([expect.stringMatching(/^sessionid=session-\d+$/)]);
	});

	it('shows a failure', async () => {
		const { text } = await expectSame('/listener', async (page) => {
			await logIn(page, 'ann@example.com', 'wrong');
			await page.getByText('Invalid credentials!').waitFor();
		});
		expect(text).toContain('Status 400');
	});

	it('follows a redirect', async () => {
		const { path } = await expectSame('/listener?redirectTo', async (page) => {
			await logIn(page);
			await page.getByText('Account of Ann').waitFor();
		});
		expect(path).toBe('/account');
	});
});

describe('customised with applyAction', () => {
	it('shows a failure', async () => {
		const { text } = await expectSame('/apply', async (page) => {
			await logIn(page, 'ann@example.com', 'wrong');
			await page.getByText('Invalid credentials!').waitFor();
		});
		expect(text).toContain('Status 400, form {"email":"ann@example.com","incorrect":true}');
	});

	it('goes to the location of a redirect', async () => {
		const { path } = await expectSame('/apply?redirectTo', async (page) => {
			await logIn(page);
			await page.getByText('Account of Ann').waitFor();
		});
		expect(path).toBe('/account');
	});
});

describe('a +server.js beside the page', () => {
	it.each([
		['With header', 'by listener: the action'],
		['Enhanced', 'by enhance: the action']
	])('is passed by: %s', async (button, answer) => {
		const { text } = await expectSame('/beside', async (page) => {
			await page.getByRole('button', { name: button }).click();
			await page.getByText(answer).waitFor();
		});
		expect(text).toContain(answer);
	});

	it('answers a plain fetch; without JavaScript the action does', async () => {
		const [off, on] = await tellBothWays('/beside', async (page) => {
			await page.getByRole('button', { name: 'Without header' }).click();
			await page.getByText('by fetch').waitFor();
		});
		expect(off.text).toContain('by fetch: the action');
		expect(on.text).toContain('by fetch: the endpoint');
	});
});

describe('GET forms', () => {
	it('go to /search?q=… by the router, and call no action', async () => {
		const { path, text } = await expectSame('/login', async (page) => {
			await page.getByLabel('Search').fill('form actions & more');
			await page.getByLabel('Search').press('Enter');
			await page.getByText('Results for').waitFor();
			expect(new URL(page.url()).search).toBe('?q=form+actions+%26+more');
		});
		expect(path).toBe('/search');
		expect(text).toBe('Results for form actions & more');
	});
});

describe('only with JavaScript', () => {
	let site: Site;
	beforeAll(async () => {
		site = await serveFixture('seed');
	});
	afterAll(() => site.close());

	const open = async (path: string): Promise<Page> => {
		const page = await openPage();
		await page.goto(site.url + path);
		await started(page);
		return page;
	};

	it('a SubmitFunction gets form, data, action and submitter; a callback without update changes nothing', async () => {
		const page = await open('/customised');
		await logIn(page);
		await page.getByLabel('Answered').filter({ hasText: 'success 200' }).waitFor();
		expect(await page.getByLabel('Sent').textContent()).toBe(
			'FORM ann@example.com /customised?/login Log in'
		);
		expect(await page.getByLabel('Email', { exact: true }).inputValue()).toBe('ann@example.com');
		expect(await stayed(page)).toBe(true);
	});

	it('update does what would have happened without a callback', async () => {
		const page = await open('/customised');
		await logIn(page, 'bad@example.com', 'wrong');
		await page.getByText('Invalid credentials!').waitFor();
		expect(await page.getByLabel('Answered').textContent()).toBe('failure 400');
	});

	it('cancel sends nothing', async () => {
		const page = await open('/customised');
		let posts = 0;
		page.on('request', (request) => (posts += Number(request.method() === 'POST')));
		await logIn(page, 'nobody@example.com', 'x');
		await page.getByText('nobody@example.com /customised').waitFor();
		await logIn(page, 'ann@example.com', 'secret');
		await page.getByText('success 200').waitFor();
		expect(posts).toBe(1);
		expect(await stayed(page)).toBe(true);
	});

	it('applyAction after a success runs no load again', async () => {
		const page = await open('/apply');
		await logIn(page);
		await page.getByText('form {"success":true}').waitFor();
		expect(await page.getByLabel('User').textContent()).toBe('nobody');
	});

	it('the alternative: a button posts to /api/ci', async () => {
		const page = await open('/send-message');
		await page.getByRole('button', { name: 'Rerun CI' }).click();
		await page.getByText('1 runs').waitFor();
		expect(await stayed(page)).toBe(true);
	});
});
