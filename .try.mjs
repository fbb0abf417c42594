import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
const base = process.argv[2] ?? '';
const port = 4391;
const args = process.argv[3] === 'dev' ? ['node_modules/vite/bin/vite.js', 'dev', '--port', String(port), '--strictPort'] : ['build'];
const server = spawn('node', args, { cwd: '/tmp/host-app', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', BASE: base ? base + '/' : '/', SECRET: process.argv[3] === 'dev' ? '' : 'run', ...(process.argv[3] === 'dev' ? {} : { PUBLIC_NAME: 'pubrun' }) }, stdio: ['ignore', 'pipe', 'pipe'] });
if (process.argv[3] === 'dev') { delete process.env.SECRET; }
let out = ''; server.stdout.on('data', (d) => (out += d)); server.stderr.on('data', (d) => (out += d));
const origin = `http://${process.argv[3] === 'dev' ? 'localhost' : '127.0.0.1'}:${port}`;
for (let i = 0; i < 100; i++) { try { await fetch(origin + base + '/'); break; } catch { await new Promise((r) => setTimeout(r, 200)); } }
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(8000);
  const reqs = []; page.on('request', (r) => { if (!/_app|@|node_modules|\/src\/|\.js/.test(r.url())) reqs.push(r.method() + ' ' + r.url().replace(origin, '')); });
  page.on('console', (m) => console.log('  console', m.type(), m.text().slice(0, 200)));
  page.on('pageerror', (e) => console.log('  pageerror', e.message.slice(0, 300)));
  const show = async (what) => console.log(what, '|', new URL(page.url()).pathname, '|', (await page.locator('h1').allInnerTexts()).join(), '|', await page.locator('#store').innerText().catch(() => '-'), '|', reqs.splice(0).join(', '));
  const go = async (name, heading) => { await page.getByRole('link', { name, exact: true }).click(); await page.getByRole('heading', { name: heading }).waitFor().catch((e) => console.log('  NO', heading)); await show(name); };
  await page.goto(origin + base + '/'); await page.waitForTimeout(process.argv[3] === 'dev' ? 4000 : 800); await show('home');
  await go('About', 'About'); await go('One', 'one Ada api!');
  await page.getByRole('button').click(); await page.waitForFunction(() => document.querySelector('#form').textContent === 'v').catch(() => console.log('  NO form')); await show('form');
  await go('Env', 'pub'); await go('Spa', 'Spa'); await go('Old', 'About'); await go('Home', 'Home');
  await page.goto(origin + base + '/about'); await show('direct about'); console.log('scripts', await page.locator('script').count(), await page.locator('link[rel=stylesheet]').count(), await page.evaluate(() => getComputedStyle(document.querySelector('h1')).color));
  await page.goto(origin + base + '/blog/one'); await page.waitForTimeout(500); await show('direct blog');
  await page.goto(origin + base + '/spa'); await page.waitForTimeout(500); await show('direct spa');
  await page.goto(origin + base + '/old'); await show('direct old');
  await page.goto(origin + base + '/env'); await page.waitForTimeout(500); await show('direct env');
} finally { await browser.close(); server.kill(); console.log(out.slice(0, 3000)); }
