// test/engines/chromium.ts
import { chromium } from "playwright-core";

// scripts/lib/browsers.mjs
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
var isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
var onPath = (...names) => names.flatMap(
  (name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))
);
var downloaded = async () => {
  const playwright = await import("playwright-core").catch(() => null);
  return playwright ? [playwright.chromium.executablePath()] : [];
};
var findBrowser = async () => process.env.CHROMIUM_PATH ?? [
  ...onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ...await downloaded()
].find(isExecutable);
var findFirefox = () => process.env.FIREFOX_PATH ?? [
  ...onPath("firefox-esr", "firefox"),
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe"
].find(isExecutable);
var namesIn = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
var libexec = () => ["/usr/lib", "/usr/libexec", "/usr/lib64"].flatMap((root) => [root, ...namesIn(root).map((name) => join(root, name))]).flatMap((root) => namesIn(root).map((name) => join(root, name))).filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder)).sort();
var findWebKit = () => {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath("WebKitWebDriver").find(isExecutable);
  const places = libexec().map((folder) => join(folder, "MiniBrowser"));
  const miniBrowser = process.env.MINIBROWSER_PATH ?? places.findLast(isExecutable);
  const xvfb = onPath("Xvfb").find(isExecutable);
  return driver && miniBrowser && xvfb ? { driver, miniBrowser, xvfb } : void 0;
};

// test/browser/chromium.ts
var chromiumOptions = async () => {
  const executablePath = await findBrowser();
  if (!executablePath)
    throw new Error("No Chromium found. `npm test` installs one, or set CHROMIUM_PATH.");
  return {
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  };
};

// test/engines/chromium.ts
var drive = (page) => {
  const questions = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.type());
    await dialog.dismiss();
  });
  const commit = { waitUntil: "commit" };
  return {
    open: async (url) => void await page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector, { key, at } = {}) => page.click(selector, {
      noWaitAfter: true,
      ...key && { modifiers: [key] },
      ...at && { position: at }
    }),
    async type(selector, text) {
      await page.click(selector);
      await page.keyboard.type(text);
    },
    press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
    back: async () => void await page.goBack(commit),
    forward: async () => void await page.goForward(commit),
    reload: async () => void await page.reload(commit),
    questions: () => questions,
    async closeOthers() {
      for (const other of page.context().pages()) if (other !== page) await other.close();
    },
    close: () => page.context().close()
  };
};
var launchChromium = async () => {
  const browser = await chromium.launch({
    ...await chromiumOptions(),
    // Playwright leaves the back/forward cache out, which users have.
    ignoreDefaultArgs: ["--disable-back-forward-cache"]
  });
  return {
    version: `Chromium ${browser.version()}`,
    openTab: async () => drive(await (await browser.newContext()).newPage()),
    close: () => browser.close()
  };
};

// test/engines/firefox.ts
import { launch } from "puppeteer-core";
var withoutWaiting = async (command) => void await command({ timeout: 300 }).catch(() => {
});
var holding = async (page, key, act) => {
  if (key) await page.keyboard.down(key);
  await act();
  if (key) await page.keyboard.up(key);
};
var drive2 = (page) => {
  const questions = [];
  page.on("dialog", async (dialog) => {
    questions.push(dialog.type());
    await dialog.dismiss();
  });
  return {
    open: async (url) => void await page.goto(url),
    evaluate: async (expression) => await page.evaluate(expression),
    click: (selector, { key, at } = {}) => holding(page, key, () => page.click(selector, { ...at && { offset: at } })),
    type: (selector, text) => page.type(selector, text),
    press: (key, modifier) => holding(page, modifier, () => page.keyboard.press(key)),
    back: () => withoutWaiting((options) => page.goBack(options)),
    forward: () => withoutWaiting((options) => page.goForward(options)),
    reload: async () => void await page.reload(),
    questions: () => questions,
    async closeOthers() {
      for (const other of await page.browserContext().pages())
        if (other !== page) await other.close();
    },
    close: () => page.browserContext().close()
  };
};
var launchFirefox = async () => {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("No Firefox found. Set FIREFOX_PATH to its executable.");
  const browser = await launch({ browser: "firefox", headless: true, executablePath });
  return {
    version: (await browser.version()).replace("firefox/", "Firefox "),
    openTab: async () => drive2(await (await browser.createBrowserContext()).newPage()),
    close: () => browser.close()
  };
};

// test/engines/webkit.ts
import { once as once2 } from "node:events";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";

// test/engines/program.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
var KEEPER = '"$@" & read -r _; kill -KILL 0';
var startProgram = (command, args, env) => {
  const { stdin, stdio } = spawn("/bin/sh", ["-c", KEEPER, "sh", command, ...args], {
    stdio: ["pipe", "ignore", "ignore", "pipe"],
    detached: true,
    env: { ...process.env, ...env }
  });
  return { messages: stdio[3], stop: () => stdin?.end() };
};
var freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
};

// test/engines/webkit.ts
var keys = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Alt: Key.ALT,
  Control: Key.CONTROL,
  Shift: Key.SHIFT
};
var clickAt = async (driver, selector, { key, at }) => {
  const origin = await driver.findElement(By.css(selector));
  const { width, height } = await origin.getRect();
  const x = at ? Math.round(at.x - width / 2) : 0;
  const y = at ? Math.round(at.y - height / 2) : 0;
  const actions = driver.actions();
  if (key) actions.keyDown(keys[key]);
  actions.move({ origin, x, y }).click();
  if (key) actions.keyUp(keys[key]);
  await actions.perform();
};
var answering = (expression) => `
	const answer = arguments[arguments.length - 1];
	Promise.resolve((() => (${expression}))()).then(
		(value) => answer(JSON.stringify({ value })),
		(error) => answer(JSON.stringify({ error: String(error) }))
	);
`;
var drive3 = (driver) => ({
  open: (url) => driver.get(url),
  async evaluate(expression) {
    const text = await driver.executeAsyncScript(answering(expression));
    const { value, error } = JSON.parse(text);
    if (error) throw new Error(error);
    return value;
  },
  click: async (selector, options) => options ? clickAt(driver, selector, options) : driver.findElement(By.css(selector)).click(),
  async type(selector, text) {
    await driver.findElement(By.css(selector)).click();
    await driver.actions().sendKeys(text).perform();
  },
  async press(key, modifier) {
    const actions = driver.actions();
    if (modifier) actions.keyDown(keys[modifier]);
    actions.sendKeys(keys[key]);
    if (modifier) actions.keyUp(keys[modifier]);
    await actions.perform();
  },
  back: () => driver.navigate().back(),
  forward: () => driver.navigate().forward(),
  reload: () => driver.navigate().refresh(),
  questions: () => [],
  async closeOthers() {
    const own = await driver.getWindowHandle();
    for (const handle of await driver.getAllWindowHandles()) {
      if (handle === own) continue;
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(own);
  },
  async close() {
    const [old] = await driver.getAllWindowHandles();
    await driver.switchTo().newWindow("tab");
    const next = await driver.getWindowHandle();
    await driver.switchTo().window(old);
    await driver.close();
    await driver.switchTo().window(next);
  }
});
var startScreen = async (xvfb) => {
  const screen = startProgram(xvfb, [
    "-displayfd",
    "3",
    "-screen",
    "0",
    "1280x800x24",
    "-nolisten",
    "tcp"
  ]);
  const [number] = await once2(screen.messages, "data");
  return { ...screen, display: `:${String(number).trim()}` };
};
var answers = (url) => fetch(`${url}/status`).then(
  ({ ok: ok2 }) => ok2,
  () => false
);
var startSession = async (server, miniBrowser) => {
  while (!await answers(server)) await new Promise((resolve) => setTimeout(resolve, 50));
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] }
  });
  const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  await driver.manage().setTimeouts({ script: 1e4, pageLoad: 15e3 });
  return driver;
};
var startDriver = async ({
  driver,
  xvfb
}) => {
  const port = await freePort();
  const screen = await startScreen(xvfb);
  const program = startProgram(driver, [`--port=${port}`], {
    DISPLAY: screen.display,
    // The sandbox needs namespaces that a container or the root user may not have.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1"
  });
  const stop = () => [program, screen].forEach((started) => started.stop());
  return { ...program, stop, url: `http://127.0.0.1:${port}` };
};
var launchWebKit = async () => {
  const programs = findWebKit();
  if (!programs)
    throw new Error("No WebKitGTK found. Set MINIBROWSER_PATH and WEBKIT_DRIVER_PATH.");
  const server = await startDriver(programs);
  const driver = await startSession(server.url, programs.miniBrowser);
  return {
    version: `WebKitGTK ${(await driver.getCapabilities()).get("browserVersion")}`,
    openTab: async () => drive3(driver),
    async close() {
      await driver.quit().catch(() => {
      });
      server.stop();
    }
  };
};

// test/engines/launch.ts
var launch2 = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit
};

// test/any-page/row.ts
var form = (more = "", attributes = 'method="post" action="answer"') => `<form ${attributes}><label>Name <input name="name" value="Ann"></label>${more}<button id="go">Send</button></form>`;
var formPage = (page = {}) => ({
  page: { name: "form", body: form(), ...page }
});
var answerPage = (page = {}, answer = {}) => ({
  ...answer,
  page: { name: "answer", body: "<h1>Answer to {post.name}</h1>", ...page }
});

// test/any-page/rows/charsets.ts
var markup = (head, text) => `<!doctype html><html data-page="answer"><head>${head}<title>t</title></head><body><h1>${text}</h1></body></html>`;
var latin1 = (head, type) => ({
  type,
  body: markup(head, "Gr\xF6\xDFe, na\xEFve, \xA35"),
  encoding: "latin1"
});
var WESTERN = [
  ["windows-1252 by the header", latin1("", "text/html; charset=windows-1252")],
  ["iso-8859-1 by the header", latin1("", "text/html; charset=iso-8859-1")],
  ["latin1 by <meta charset>", latin1('<meta charset="latin1">', "text/html")],
  [
    "latin1 by <meta http-equiv>",
    latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "text/html")
  ],
  ["the header before <meta>", latin1('<meta charset="utf-8">', "text/html; charset=iso-8859-1")],
  [
    "an unknown label, then <meta>",
    latin1('<meta charset="iso-8859-15">', "text/html; charset=nonsense")
  ],
  [
    "a <meta> in a comment counts not",
    latin1('<!-- <meta charset="utf-8"> --><meta charset="l1">', "text/html")
  ],
  [
    "utf-8 with a byte order mark, before the header",
    { type: "text/html; charset=iso-8859-1", body: `\uFEFF${markup("", "Gr\xF6\xDFe")}` }
  ],
  [
    "utf-16le with a byte order mark",
    { type: "text/html", body: `\uFEFF${markup("", "Gr\xF6\xDFe \u2013 \u6F22\u5B57")}`, encoding: "utf16le" }
  ],
  [
    "utf-16le by the header",
    { type: "text/html; charset=utf-16le", body: markup("", "Gr\xF6\xDFe \u2013 \u6F22\u5B57"), encoding: "utf16le" }
  ],
  [
    "<meta> of utf-16, which it cannot be",
    { type: "text/html", body: markup('<meta charset="utf-16">', "Gr\xF6\xDFe") }
  ],
  ["utf-8 with broken bytes", { body: markup("", "a\xFFb\xC3"), encoding: "latin1" }]
];
var bytesOf = (before2, bytes, after2) => Buffer.concat([
  Buffer.from(before2, "latin1"),
  Buffer.from(bytes),
  Buffer.from(after2, "latin1")
]).toString("base64");
var FOREIGN = [
  ["shift_jis", [138, 191, 142, 154]],
  ["euc-jp", [180, 193, 187, 250]],
  ["euc-kr", [199, 209, 177, 219]],
  ["gb18030", [186, 186, 215, 214]],
  ["big5", [186, 126, 166, 114]],
  ["windows-1251", [207, 240, 232, 226, 229, 242]],
  ["koi8-r", [240, 210, 201, 215, 197, 212]],
  ["iso-8859-7", [195, 229, 233, 225]]
];
var [before, after] = markup("", "|").split("|");
var charsets = [
  ...WESTERN.map(([name, answer]) => ({
    name: `charset: ${name}`,
    site: { "GET /": formPage(), "POST /answer": answer }
  })),
  ...FOREIGN.map(([label, bytes]) => ({
    name: `charset: ${label} by the header`,
    site: {
      "GET /": formPage(),
      "POST /answer": { type: `text/html; charset=${label}`, bytes: bytesOf(before, bytes, after) }
    }
  })),
  {
    name: "charset: a form of a latin1 page is sent in latin1",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        type: "text/html; charset=iso-8859-1",
        body: `<!doctype html><html data-page="answer"><body><form method="post" action="again"><input name="name" value="\xFC"><button id="go">Send</button></form></body></html>`,
        encoding: "latin1"
      },
      "POST /again": { body: '<!doctype html><html data-page="again"><p>[{post.name}]</p>' }
    },
    steps: [{ click: "#go" }, { page: "answer" }, { click: "#go" }, { page: "again" }],
    // Scripts know one encoding.
    native: true
  }
];

// test/any-page/rows/histories.ts
var done = {
  name: "answer",
  body: '<h1>Done, {post.name}</h1><a id="link" href="third">third</a>'
};
var third = { page: { name: "third", body: "<h1>Third</h1>" } };
var submit = [{ click: "#go" }, { page: "answer" }];
var back = [{ go: "back" }, { page: "form" }];
var forward = [{ go: "forward" }, { page: "answer" }];
var redirects = [301, 302, 303].flatMap((status) => [
  {
    name: `a redirect ${status} to another page`,
    site: {
      "GET /": formPage(),
      "POST /answer": { status, headers: { location: "done" } },
      "GET /done": { page: done }
    }
  },
  {
    name: `a redirect ${status} to the same page`,
    site: {
      "GET /": formPage({ name: "form" }),
      "POST /answer": { status, headers: { location: "./?saved" } },
      "GET /?saved": { page: { name: "answer", body: `<p>Saved {n}</p>${form()}` } }
    }
  }
]);
var posts = [307, 308].map((status) => ({
  name: `a redirect ${status}, which posts again`,
  site: {
    "GET /": formPage(),
    "POST /answer": { status, headers: { location: "second" } },
    "POST /second": answerPage({ body: '<h1>{post.name}, posted twice</h1><a href="x">{n}</a>' })
  }
}));
var chains = [
  {
    name: "a chain of redirects, absolute and relative",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "{origin.own}/a/b" } },
      "GET /a/b": { status: 302, headers: { location: "../c" } },
      "GET /c": { status: 301, headers: { location: "d?x=1" } },
      "GET /d": { page: done }
    }
  },
  {
    name: "a redirect relative to the address that answered, after a 308",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 308, headers: { location: "deep/er/" } },
      "POST /deep/er/": { status: 303, headers: { location: "done" } },
      "GET /deep/er/done": { page: done }
    }
  },
  {
    name: "a redirect with a query and characters that are not ASCII",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "done?q=%C3%BC&r=a%20b" } },
      "GET /done": { page: done }
    }
  },
  {
    name: "a redirect to a page that is not there",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "gone" } },
      "GET /gone": { status: 404, page: { name: "answer", body: "<h1>Not here</h1>" } }
    }
  },
  {
    name: "a redirect to the log-in page",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 302, headers: { location: "login?next=answer" } },
      "GET /login": {
        page: { name: "answer", body: `<h1>Log in</h1>${form("", 'method="post" action="login"')}` }
      }
    }
  }
];
var redirected = {
  "GET /": formPage(),
  "POST /answer": { status: 303, headers: { location: "done" } },
  "GET /done": { page: done },
  "GET /third": third
};
var travels = [
  { name: "back after a redirect", site: redirected, steps: [...submit, ...back] },
  {
    name: "back and forward after a redirect",
    site: redirected,
    steps: [...submit, ...back, ...forward]
  },
  {
    name: "back, forward and back again after a redirect",
    site: redirected,
    steps: [...submit, ...back, ...forward, ...back]
  },
  {
    name: "back after an answer to a POST",
    site: { "GET /": formPage(), "POST /answer": answerPage() },
    steps: [...submit, ...back]
  },
  {
    name: "forward to an answer to a POST is shown from memory",
    site: { "GET /": formPage(), "POST /answer": answerPage() },
    steps: [...submit, ...back, ...forward]
  },
  {
    name: "a link after the answer, and back",
    site: redirected,
    steps: [...submit, { click: "#link" }, { page: "third" }, { go: "back" }, { page: "answer" }]
  },
  {
    name: "a link after the answer, and back twice",
    site: redirected,
    steps: [
      ...submit,
      { click: "#link" },
      { page: "third" },
      { go: "back" },
      { page: "answer" },
      ...back
    ]
  },
  {
    name: "back brings back what was typed",
    site: redirected,
    steps: [{ run: `document.querySelector('input').value = 'Typed'` }, ...submit, ...back]
  },
  {
    name: "back brings back boxes and lists",
    site: {
      ...redirected,
      "GET /": formPage({
        body: form(
          '<input type="checkbox" name="c" value="1"><input type="radio" name="r" value="a" checked><input type="radio" name="r" value="b"><select name="s"><option>x<option>y</select><textarea name="t">one</textarea>'
        )
      })
    },
    steps: [
      { click: "[name=c]" },
      { click: "[value=b]" },
      {
        run: `document.querySelector('select').value = 'y', document.querySelector('textarea').value = 'two'`
      },
      ...submit,
      ...back
    ]
  },
  {
    name: "two forms after each other, and back twice",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "second" } },
      "GET /second": { page: { name: "answer", body: form("", 'method="post" action="last"') } },
      "POST /last": { status: 303, headers: { location: "end" } },
      "GET /end": { page: { name: "end", body: "<p>end</p>" } }
    },
    steps: [
      ...submit,
      { click: "#go" },
      { page: "end" },
      { go: "back" },
      { page: "answer" },
      ...back
    ]
  },
  {
    name: "a fragment link in the answer, and back through it",
    site: {
      ...redirected,
      "GET /done": {
        page: { name: "answer", body: '<a id="link" href="#part">part</a><h2 id="part">Part</h2>' }
      }
    },
    steps: [
      ...submit,
      { click: "#link" },
      { until: `location.hash === '#part'` },
      { go: "back" },
      { until: `!location.hash` }
    ]
  },
  {
    name: "entries that the page's own script makes stay the page's",
    site: redirected,
    steps: [
      { run: `history.pushState({ own: 1 }, '', '?own')` },
      ...submit,
      ...back,
      { until: `location.search === '?own'` }
    ],
    // The browser has the page still; what has replaced it here is asked for.
    differs: { asked: ["GET /?own"] }
  }
];
var tall = '<p style="height: 3000px">tall</p>';
var fragments = [
  {
    name: "the action's fragment is shown",
    site: {
      "GET /": formPage({ body: form("", 'method="post" action="answer#part"') }),
      "POST /answer": answerPage({ body: `${tall}<h2 id="part">Part</h2>${tall}` })
    }
  },
  {
    name: "the action's fragment is kept through a redirect",
    site: {
      "GET /": formPage({ body: form("", 'method="post" action="answer#part"') }),
      "POST /answer": { status: 303, headers: { location: "done" } },
      "GET /done": { page: { name: "answer", body: `${tall}<h2 id="part">Part</h2>${tall}` } }
    }
  },
  {
    name: "a fragment that names an anchor, percent-encoded",
    site: {
      "GET /": formPage({ body: form("", 'method="post" action="answer#t%C3%A4g"') }),
      "POST /answer": answerPage({ body: `${tall}<h2 id="t\xE4g">Part</h2>${tall}` })
    }
  },
  {
    name: "a fragment that names nothing",
    site: {
      "GET /": formPage({ body: form("", 'method="post" action="answer#nowhere"') }),
      "POST /answer": answerPage({ body: tall })
    }
  },
  {
    name: "another page begins at its top",
    site: {
      "GET /": formPage({ body: tall + form() }),
      "POST /answer": answerPage({ body: tall })
    }
  },
  {
    name: "the same page stays where it was scrolled to",
    site: {
      "GET /": formPage({ body: tall + form("", 'method="post"') }),
      "POST /": { page: { name: "answer", body: tall + form("", 'method="post"') } }
    },
    differs: { noEntry: true, scroll: true }
  },
  {
    name: "a form without action on a page with a fragment",
    site: {
      "GET /": formPage({
        body: `<a id="link" href="#part">part</a><h2 id="part">Part</h2>${form("", 'method="post"')}`
      }),
      "POST /": { page: { name: "answer", body: `<h2 id="part">Part</h2><p>ok</p>` } }
    },
    steps: [{ click: "#link" }, { until: "location.hash" }, ...submit],
    differs: { noEntry: true }
  }
];
var histories = [...redirects, ...posts, ...chains, ...travels, ...fragments];

// test/any-page/rows/kinds.ts
var sent = [
  { click: "#go" },
  { until: `!document.querySelector('[aria-busy]')` },
  { page: "form" }
];
var staying = (name, answer) => ({
  name,
  site: { "GET /": formPage(), "POST /answer": answer },
  steps: [{ run: `document.querySelector('input').value = 'typed'` }, ...sent]
});
var shown = (name, answer) => ({
  name,
  site: { "GET /": formPage(), "POST /answer": answer },
  steps: [{ click: "#go" }, { until: `!document.documentElement.dataset.page` }],
  differs: { blob: true },
  native: true
});
var GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
var kinds = [
  staying("204 No Content", { status: 204, type: null }),
  staying("205 Reset Content", { status: 205, type: null }),
  staying("an attachment", {
    type: "text/csv",
    headers: { "content-disposition": 'attachment; filename="list.csv"' },
    body: "a,b"
  }),
  staying("an attachment that is HTML", {
    headers: { "content-disposition": "attachment" },
    body: "<h1>no page</h1>"
  }),
  staying("a type that browsers save", { type: "application/zip", body: "PK" }),
  staying("bytes without a type", {
    type: null,
    bytes: Buffer.from([0, 1, 2, 3]).toString("base64")
  }),
  shown("plain text", { type: "text/plain; charset=utf-8", body: "Gr\xFC\xDFe\n<b>no markup</b>" }),
  shown("plain text of latin1", {
    type: "text/plain; charset=iso-8859-1",
    body: "Gr\xFC\xDFe",
    encoding: "latin1"
  }),
  shown("text without a type", { type: null, body: "just text" }),
  shown("an image", { type: "image/gif", bytes: GIF }),
  {
    name: "an attachment behind a redirect",
    site: {
      "GET /": formPage({ body: form() }),
      "POST /answer": { status: 303, headers: { location: "file" } },
      "GET /file": {
        type: "application/octet-stream",
        headers: { "content-disposition": "attachment; filename=x.bin" },
        body: "x"
      }
    },
    steps: sent
  },
  {
    name: "a redirect to 204",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "empty" } },
      "GET /empty": { status: 204, type: null }
    },
    steps: sent
  },
  {
    name: "a redirect to another origin that may be read",
    site: {
      "GET /": formPage(),
      "POST /answer": { status: 303, headers: { location: "{origin.other}/open" } }
    },
    steps: [{ click: "#go" }, { until: `document.documentElement.dataset.page === 'other'` }],
    native: true
  }
];

// test/any-page/rows/parts.ts
var answering2 = (name, body, head = "", html = "") => ({
  name,
  site: { "GET /": formPage(), "POST /answer": answerPage({ body, head, html }) }
});
var controls = '<input name="text" value="t"><input type="checkbox" name="c" value="1" checked><input type="radio" name="r" value="a"><input type="radio" name="r" value="b" checked><select name="s"><option>x<option selected>y</select><select name="m" multiple><option selected>1<option>2<option selected>3</select><textarea name="area">\n\nlines\n</textarea><input type="range" name="n" value="7"><input type="color" name="k" value="#ff0000">';
var log = (text) => `<script>window.logs = [${text}]</script>`;
var parts = [
  answering2(
    "base in the answer",
    `<a id="a" href="x">x</a>${log('a.href.replace(location.origin, "")')}`,
    '<base href="/elsewhere/">'
  ),
  answering2(
    "base with a target",
    `<a id="a" href="x">x</a>${log('document.querySelector("base").target')}`,
    '<base target="_blank">'
  ),
  answering2("noscript in the body", "<noscript><p>No script</p></noscript><p>after</p>"),
  answering2(
    "noscript in the head",
    "<h1>a</h1>",
    "<noscript><style>h1 { display: none }</style></noscript>"
  ),
  answering2("lang, dir and classes of html", "<p>x</p>", "", 'lang="ar" dir="rtl" class="a b"'),
  answering2(
    "a declarative shadow root",
    '<div><template shadowrootmode="open"><b>in the shadow</b><slot></slot></template>light</div>'
  ),
  answering2("a template", "<template><p>inert</p></template><p>after</p>"),
  answering2(
    "details, open and closed",
    "<details open><summary>One</summary>text</details><details><summary>Two</summary>hidden</details>"
  ),
  answering2("a dialog that is open", "<dialog open><p>Saved</p></dialog><p>behind</p>"),
  answering2(
    "a dialog that a script opens",
    `<dialog id="d"><p>Saved</p></dialog><script>document.getElementById('d').showModal(); window.logs = [document.querySelector('dialog:modal') !== null]</script>`
  ),
  answering2("a popover", '<div popover id="p">hidden</div><button popovertarget="p">open</button>'),
  answering2("controls of every kind", `<form>${controls}</form>`),
  answering2("a frame", '<iframe srcdoc="<p>in the frame</p>"></iframe><p>after</p>'),
  answering2(
    "an image and a picture",
    `<img alt="nothing" src="data:,"><picture><img alt="none" src="data:,"></picture>`
  ),
  answering2("text with white space", "<pre>\n  two\n    four</pre><p>a   b</p>"),
  answering2("a title with entities", "<p>x</p>", "<title>A &amp; B &lt;c&gt;</title>"),
  answering2("two titles", "<p>x</p>", "<title>First</title><title>Second</title>"),
  answering2(
    "meta, link and style in the body",
    '<meta name="x" content="y"><style>p { text-transform: uppercase }</style><p>shout</p>'
  ),
  answering2(
    "a custom element that is defined",
    `<x-greeting></x-greeting><script>customElements.define('x-greeting', class extends HTMLElement { connectedCallback() { this.textContent = 'hello' } })</script>`
  ),
  {
    name: "a custom element that both pages define",
    site: Object.fromEntries(
      ["GET /", "POST /answer"].map((key, index) => [
        key,
        {
          page: {
            name: index ? "answer" : "form",
            body: `${index ? "" : form()}<x-greeting></x-greeting><script>customElements.define('x-greeting', class extends HTMLElement { connectedCallback() { this.textContent = 'hello' } }); document.title = 'defined'</script>`
          }
        }
      ])
    )
  },
  {
    name: "base in the page with the form",
    site: {
      "GET /": formPage({ head: '<base href="sub/">' }),
      "POST /sub/answer": answerPage({
        body: `<a id="a" href="x">x</a>${log('a.href.replace(location.origin, "")')}`
      })
    }
  },
  {
    name: "a form in an open dialog, sent from there",
    site: {
      "GET /": formPage({
        body: `<dialog id="d">${form()}</dialog><script>document.getElementById('d').showModal()</script>`
      }),
      "POST /answer": answerPage()
    }
  },
  {
    name: "a button with an address of its own",
    site: {
      "GET /": formPage({
        body: form('<button id="other" formaction="second" name="how" value="fast">Other</button>')
      }),
      "POST /second": answerPage({ body: "{post.how}" })
    },
    steps: [{ click: "#other" }, { page: "answer" }]
  },
  {
    name: "a button that makes it a POST",
    site: {
      "GET /": formPage({
        body: form('<button id="post" formmethod="post">Post</button>', 'action="answer"')
      }),
      "POST /answer": answerPage()
    },
    steps: [{ click: "#post" }, { page: "answer" }]
  },
  {
    name: "a form that script adds later",
    site: {
      "GET /": formPage({ body: '<div id="here"></div>' }),
      "POST /answer": answerPage()
    },
    steps: [
      { run: `document.getElementById('here').innerHTML = ${JSON.stringify(form())}` },
      { click: "#go" },
      { page: "answer" }
    ]
  },
  {
    name: "data-sveltekit-reload leaves a form to the browser",
    site: {
      "GET /": formPage({ body: form("", 'method="post" action="answer" data-sveltekit-reload') }),
      "POST /answer": answerPage()
    },
    native: true
  },
  {
    name: "data-softpost-reload leaves a form to the browser",
    site: {
      "GET /": formPage({ body: `<div data-softpost-reload>${form()}</div>` }),
      "POST /answer": answerPage()
    },
    native: true
  },
  {
    name: "a listener that prevents it",
    site: {
      "GET /": formPage({
        body: `${form()}<script>document.forms[0].onsubmit = () => { document.title = 'prevented'; return false }</script>`
      })
    },
    steps: [{ click: "#go" }, { until: `document.title === 'prevented'` }]
  },
  {
    name: "multipart with a file",
    site: {
      "GET /": formPage({
        body: form(
          '<input type="file" name="f">',
          'method="post" action="answer" enctype="multipart/form-data"'
        )
      }),
      "POST /answer": answerPage({ body: "got it" })
    },
    steps: [{ choose: "[type=file]", file: "cv.txt" }, { click: "#go" }, { page: "answer" }]
  },
  {
    name: "a file that was chosen stays chosen on the same page",
    site: Object.fromEntries(
      ["GET /", "POST /"].map((key, index) => [
        key,
        {
          status: index ? 422 : 200,
          page: {
            name: index ? "answer" : "form",
            body: form(
              '<input type="file" name="f">',
              'method="post" enctype="multipart/form-data"'
            )
          }
        }
      ])
    ),
    steps: [{ choose: "[type=file]", file: "cv.txt" }, { click: "#go" }, { page: "answer" }],
    differs: { noEntry: true, fields: { "1 f": ["cv.txt"] } }
  },
  {
    name: "another form's text stays on the same page",
    site: Object.fromEntries(
      ["GET /", "POST /"].map((key, index) => [
        key,
        {
          page: {
            name: index ? "answer" : "form",
            body: `${form("", 'method="post"')}<form><input name="other"></form>`
          }
        }
      ])
    ),
    steps: [
      { run: `document.querySelector('[name=other]').value = 'kept'` },
      { click: "#go" },
      { page: "answer" }
    ],
    differs: { noEntry: true, fields: { "1 other": "kept" } }
  },
  {
    name: "what is typed after the submit stays on the same page",
    site: {
      "GET /": formPage({ body: form('<input name="later">', 'method="post"') }),
      "POST /": {
        held: true,
        page: { name: "answer", body: form('<input name="later">', 'method="post"') }
      }
    },
    steps: [
      // While a document is asked for, no browser lets itself be driven.
      {
        run: `document.forms[0].addEventListener('submit', () => setTimeout(() => { const later = document.querySelector('[name=later]'); later.value = 'meanwhile'; later.dispatchEvent(new Event('input', { bubbles: true })) }, 30))`
      },
      { click: "#go" },
      { release: 200 },
      { page: "answer" }
    ],
    differs: { noEntry: true, fields: { "1 later": "meanwhile" } }
  }
];

// test/any-page/outcome.ts
var READ = `(() => {
	const controls = [...document.querySelectorAll('input, select, textarea')];
	const value = (control) =>
		control.type === 'file' ? [...control.files].map(({ name }) => name)
		: /^(checkbox|radio)$/.test(control.type) ? [control.value, control.checked]
		: control.localName === 'select' ? [...control.selectedOptions].map(({ value }) => value)
		: control.value;
	const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? [shadowRoot.textContent] : []);
	return {
		text: [document.body?.innerText, ...shadows].join(' ').replace(/\\s+/g, ' ').trim(),
		title: document.title,
		address: location.pathname + location.search + location.hash,
		protocol: location.protocol,
		entries: history.length,
		fields: Object.fromEntries(controls.map((control, index) => [index + ' ' + control.name, value(control)])),
		cookies: document.cookie.split('; ').sort().join('; '),
		target: document.querySelector(':target')?.id ?? null,
		scrolled: scrollY > 20,
		page: document.documentElement.dataset.page ?? null,
		language: document.documentElement.lang + document.documentElement.dir,
		mode: document.compatMode,
		log: window.logs ?? []
	};
})()`;
var LOG = "<script>window.logs = []; window.log = function (line) { window.logs.push(line) };</script>";
var settle = async (driver, expression, what) => {
  const end = Date.now() + 8e3;
  for (; ; ) {
    const isTrue = await driver.evaluate(`!!(${expression})`).catch(() => false);
    if (isTrue) return;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
var choose = (selector, file) => `(() => {
	const input = document.querySelector(${JSON.stringify(selector)});
	const files = new DataTransfer();
	files.items.add(new File(['content of ' + ${JSON.stringify(file)}], ${JSON.stringify(file)}, { type: 'text/plain' }));
	input.files = files.files;
	for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
})()`;
var take = async (driver, step, run) => {
  if ("click" in step) return driver.click(step.click);
  if ("type" in step) return driver.type(step.type, step.text);
  if ("choose" in step) return driver.evaluate(choose(step.choose, step.file));
  if ("run" in step) return driver.evaluate(`void (${step.run})`);
  if ("go" in step) return driver[step.go]();
  if ("release" in step) {
    const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
    while (!run.isHolding) await wait(10);
    await wait(step.release);
    return run.release();
  }
  if ("until" in step) return settle(driver, step.until, step.until);
  await settle(
    driver,
    `document.documentElement.dataset.page === ${JSON.stringify(step.page)} && document.readyState === 'complete' && !document.querySelector('[aria-busy]')`,
    `the page ${step.page}`
  );
};
var play = async (driver, url, run, { steps = [{ click: "#go" }, { page: "answer" }] }) => {
  await driver.open(url);
  await take(driver, { page: "form" }, run);
  if (run.way === "softpost")
    await settle(driver, `window[Symbol.for('softpost.documents')]`, "softpost");
  const before2 = await driver.evaluate(READ);
  await driver.evaluate("window.marker = true");
  for (const step of steps) await take(driver, step, run);
  await driver.evaluate("new Promise((resolve) => setTimeout(resolve, 60))");
  const outcome = await driver.evaluate(READ);
  const isSameWindow = await driver.evaluate("!!window.marker");
  return {
    outcome: { ...outcome, entries: outcome.entries - before2.entries },
    requests: run.requests,
    loads: isSameWindow ? 0 : 1
  };
};

// test/any-page/rows/policies.ts
var withPolicy = (answer, policy) => ({
  ...answer,
  headers: { ...answer.headers, "content-security-policy": policy }
});
var nonced = LOG.replace("<script", '<script nonce="{nonce}"');
var noted = '<script nonce="{nonce}">log("allowed")</script><script>log("forbidden")</script>';
var NONCE = "script-src 'nonce-{nonce}'";
var both = (name, policy, head, more = {}) => ({
  name: `policy: ${name}`,
  site: {
    "GET /": withPolicy(formPage({ head }), policy),
    "POST /answer": withPolicy(answerPage({ head }), policy)
  },
  ...more
});
var policies = [
  both("a new nonce for each page", NONCE, nonced + noted),
  both(
    "a nonce and 'strict-dynamic'",
    "script-src 'nonce-{nonce}' 'strict-dynamic'",
    nonced + noted
  ),
  both(
    "a nonce, with base-uri and object-src",
    `${NONCE}; object-src 'none'; base-uri 'none'`,
    nonced + noted
  ),
  both(
    "a nonce for styles, too",
    `${NONCE}; style-src 'nonce-{nonce}'`,
    `${nonced}<style nonce="{nonce}">h1 { text-transform: uppercase }</style>`
  ),
  both(
    "'self' and 'unsafe-inline'",
    "script-src 'self' 'unsafe-inline'",
    `${LOG}<script>log("allowed")</script>`
  ),
  both(
    "'self' alone",
    "default-src 'self'",
    '<script>document.title = "forbidden"</script><script src="/assets/global.js"></script>'
  ),
  both(
    "frame-ancestors and report-uri",
    `${NONCE}; frame-ancestors 'none'; report-uri /report`,
    nonced + noted
  ),
  both(
    "two policies in one header",
    `${NONCE}, default-src 'self' 'unsafe-inline'`,
    nonced + noted
  ),
  {
    name: "policy: only the answer has one",
    site: {
      "GET /": formPage(),
      "POST /answer": withPolicy(answerPage({ head: nonced + noted }), NONCE)
    }
  },
  {
    name: "policy: only the answer has one, which forbids images",
    site: {
      "GET /": formPage(),
      "POST /answer": withPolicy(
        answerPage({
          head: LOG,
          body: `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onerror="log('no image')" onload="log('image')">`
        }),
        "img-src 'none'"
      )
    }
  },
  {
    name: "policy: a <meta> in the answer",
    site: {
      "GET /": formPage(),
      "POST /answer": answerPage({
        head: `${LOG}<meta http-equiv="content-security-policy" content="script-src 'nonce-a'"><script nonce="a">log("allowed")</script><script>log("forbidden")</script>`
      })
    }
  },
  {
    name: "policy: Trusted Types without a policy for us",
    site: {
      "GET /": withPolicy(
        formPage(),
        "require-trusted-types-for 'script'; trusted-types none-of-ours"
      ),
      "POST /answer": withPolicy(
        answerPage(),
        "require-trusted-types-for 'script'; trusted-types none-of-ours"
      )
    },
    native: true,
    without: { webkit: "has no Trusted Types", firefox: "has no Trusted Types in this release" }
  },
  {
    name: "policy: Trusted Types with a policy for us",
    site: {
      "GET /": withPolicy(formPage(), "require-trusted-types-for 'script'; trusted-types softpost"),
      "POST /answer": withPolicy(
        answerPage(),
        "require-trusted-types-for 'script'; trusted-types softpost"
      )
    }
  },
  {
    name: "policy: three pages after each other, each with its nonce",
    site: {
      "GET /": withPolicy(formPage({ head: nonced + noted }), NONCE),
      "POST /answer": withPolicy(
        answerPage({ head: nonced + noted, body: form("", 'method="post" action="last"') }),
        NONCE
      ),
      "POST /last": withPolicy(
        { page: { name: "last", head: nonced + noted, body: "last" } },
        NONCE
      )
    },
    steps: [{ click: "#go" }, { page: "answer" }, { click: "#go" }, { page: "last" }]
  }
];

// test/any-page/rows/scripts.ts
var both2 = (name, parts2, more = {}) => {
  const page = { ...parts2, head: LOG + (parts2.head ?? "") };
  const answered = { ...page, name: "answer" };
  return [
    {
      name: `${name}, in the answer`,
      site: {
        "GET /": formPage(),
        "POST /answer": answerPage({ ...answered, body: `<h1>Answer</h1>${parts2.body ?? ""}` })
      },
      ...more
    },
    {
      name: `${name}, in both pages`,
      site: {
        "GET /": formPage({ ...page, body: form() + (parts2.body ?? "") }),
        "POST /answer": answerPage({ ...answered, body: `<h1>Answer</h1>${parts2.body ?? ""}` })
      },
      ...more
    }
  ];
};
var scripts = [
  ...both2("an inline script in the head", {
    head: '<script>log("head " + document.readyState)</script>'
  }),
  ...both2("an inline script in the body", {
    body: '<p id="p">a</p><script>p.textContent = "by script"; log("body")</script>'
  }),
  ...both2("an external script in the head", { head: '<script src="/assets/classic.js"></script>' }),
  ...both2("a slow external script blocks what follows", {
    head: '<script src="/assets/slow.js"></script><script>log("after")</script>'
  }),
  ...both2("a deferred script", {
    head: '<script defer src="/assets/deferred.js"></script><script>log("first")</script>'
  }),
  ...both2("an async script", { head: '<script async src="/assets/classic.js"></script>' }),
  ...both2("an external module", {
    head: '<script type="module" src="/assets/module.js"></script>'
  }),
  ...both2("an inline module", { head: '<script type="module">log("inline module")</script>' }),
  ...both2("a module that imports", {
    head: '<script type="module">await 0; log("imported " + typeof import.meta.url)</script>'
  }),
  ...both2("nomodule is passed over", { head: '<script nomodule>log("old")</script>' }),
  ...both2("a script that throws", {
    head: '<script src="/assets/throws.js"></script><script>log("after")</script>'
  }),
  ...both2("a script with a syntax error", {
    head: '<script>log("no" </script><script>log("after")</script>'
  }),
  ...both2("scripts in order: external, inline, deferred, module", {
    head: '<script type="module" src="/assets/module.js"></script><script defer src="/assets/deferred.js"></script><script src="/assets/slow.js"></script><script>log("inline")</script>'
  }),
  ...both2("DOMContentLoaded and load", {
    head: `<script>document.addEventListener('DOMContentLoaded', () => log('parsed ' + document.readyState)); addEventListener('load', () => log('loaded ' + document.readyState)); document.addEventListener('readystatechange', () => log(document.readyState))</script>`
  }),
  ...both2("onload of the body", {
    body: '<script>document.body.onload = () => log("onload")</script>'
  }),
  ...both2("an inline handler", {
    body: `<button id="own" type="button" onclick="log('clicked')">own</button><script>document.getElementById('own').click()</script>`
  }),
  ...both2("a function declared at the top level", {
    head: '<script>function greet() { log("hello") } greet()</script>'
  }),
  ...both2("var at the top level", { head: '<script>var greeting = "hi"; log(greeting)</script>' }),
  ...both2("declarations within a function", {
    head: "<script>(() => { const a = 1; let b = 2; class C {} log(a + b) })()</script>"
  }),
  ...both2("declarations within a block", {
    head: "<script>{ const a = 1; log(a) } if (true) { let b = 2; log(b) }</script>"
  }),
  ...both2("document.write", {
    body: '<script>document.write("<p>written</p>")</script><p>after</p>'
  }),
  // A module that another one imports runs once in a window: its state lives on.
  ...both2("an import map", {
    head: '<script type="importmap">{"imports":{"thing":"/assets/module.js"}}</script><script type="module">import "thing"; log("mapped")</script>'
  }).slice(0, 1),
  ...both2("a data block", {
    head: '<script type="application/json" id="data">{"a":1}</script><script>log(JSON.parse(data.text).a)</script>'
  }),
  ...both2("document.currentScript", {
    head: '<script id="me">log(document.currentScript.id)</script>'
  }),
  ...both2("a script that a script adds", {
    body: `<script>document.body.append(Object.assign(document.createElement('script'), { textContent: 'log("added")' }))</script>`
  }),
  ...both2("a stylesheet", { head: '<link rel="stylesheet" href="/assets/style.css">' }),
  ...both2("style in the head", { head: "<style>h1 { text-transform: lowercase }</style>" }),
  {
    name: "const at the top level, in the answer",
    site: {
      "GET /": formPage(),
      "POST /answer": answerPage({ head: `${LOG}<script>const one = 1; log(one)</script>` })
    }
  },
  ...[
    "const one = 1",
    "let one = 1",
    "class One {}",
    '"use strict"; const one = 1',
    "var a = 1; const one = 1"
  ].map((code) => ({
    name: `at the top level of both pages: ${code}`,
    site: {
      "GET /": formPage({ head: `${LOG}<script>${code}; log('ran')</script>` }),
      "POST /answer": answerPage({ head: `${LOG}<script>${code}; log('ran')</script>` })
    },
    native: true
  })),
  {
    name: "const at the top level of the answer, submitted from there again",
    site: {
      "GET /": formPage(),
      "POST /answer": answerPage({
        head: `${LOG}<script>const one = 1; log(one)</script>`,
        body: form("", 'method="post" action="last"')
      }),
      "POST /last": {
        page: { name: "last", head: `${LOG}<script>const one = 1; log(one)</script>`, body: "last" }
      }
    },
    steps: [{ click: "#go" }, { page: "answer" }, { click: "#go" }, { page: "last" }],
    native: true
  }
];

// test/any-page/rows/sessions.ts
var again = [{ click: "#go" }, { page: "answer" }];
var field = '<label>Name <input name="name" value="{spend.old}"></label>';
var sessions = [
  {
    name: "a flash message behind a redirect",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 303,
        headers: { location: "done" },
        session: { flash: "Saved {post.name}" }
      },
      "GET /done": { page: { name: "answer", body: '<p role="status">{spend.flash}</p>' } }
    },
    steps: again
  },
  {
    name: "a flash message on the page itself",
    site: {
      "GET /": formPage({ body: `<p>{spend.flash}</p>${form("", 'method="post" action="save"')}` }),
      "POST /save": { status: 303, headers: { location: "./?ok" }, session: { flash: "Saved" } },
      "GET /?ok": {
        page: {
          name: "answer",
          body: `<p>{spend.flash}</p>${form("", 'method="post" action="save"')}`
        }
      }
    },
    steps: again
  },
  {
    name: "errors and old input in the session, as Laravel has them",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 302,
        headers: { location: "edit" },
        session: { error: "Too short", old: "{post.name}" }
      },
      "GET /edit": {
        page: {
          name: "answer",
          body: `<p>{spend.error}</p><form method="post">${field}<button id="go">Send</button></form>`
        }
      }
    },
    steps: [{ run: `document.querySelector('input').value = 'B'` }, ...again]
  },
  {
    name: "a token that is new in each page",
    site: {
      "GET /": formPage({
        body: form('<input type="hidden" name="token" value="{token}">', 'method="post" action=""')
      }),
      "POST /": {
        status: 422,
        page: {
          name: "answer",
          body: form(
            '<input type="hidden" name="token" value="{token}">',
            'method="post" action=""'
          )
        }
      }
    },
    steps: [
      ...again,
      { click: "#go" },
      { until: `document.querySelector('[type=hidden]').value.startsWith('token-2')` },
      { page: "answer" }
    ],
    // Sent twice from one address.
    differs: { noEntry: 2 }
  },
  {
    name: "a cookie that the answer sets",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 303,
        headers: { location: "done", "set-cookie": ["a=1; Path=/", "b=2; Path=/"] }
      },
      "GET /done": {
        headers: { "set-cookie": "c=3; Path=/" },
        page: { name: "answer", body: "ok" }
      }
    },
    steps: again
  },
  {
    name: "a log-in wall in between",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 303,
        headers: { location: "login" },
        session: { next: "done", flash: "Log in first" }
      },
      "GET /login": {
        page: {
          name: "login",
          body: `<p>{spend.flash}</p>${form("", 'method="post" action="login"')}`
        }
      },
      "POST /login": {
        status: 303,
        headers: { location: "{session.next}", "set-cookie": "user=ann; Path=/" }
      },
      "GET /done": { page: { name: "answer", body: "<h1>In</h1>" } }
    },
    steps: [{ click: "#go" }, { page: "login" }, { click: "#go" }, { page: "answer" }]
  },
  {
    name: "a page that challenges, and is passed",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 403,
        page: {
          name: "challenge",
          body: `<p>Are you human?</p>${form("", 'method="post" action="human"')}`
        }
      },
      "POST /human": {
        status: 303,
        headers: { location: "done", "set-cookie": "human=1; Path=/" }
      },
      "GET /done": { page: { name: "answer", body: "welcome" } }
    },
    steps: [{ click: "#go" }, { page: "challenge" }, { click: "#go" }, { page: "answer" }]
  },
  {
    name: "too many requests, with a page and retry-after: nothing is sent again",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        status: 429,
        headers: { "retry-after": "0" },
        page: { name: "answer", body: "slow down" }
      }
    },
    steps: again
  },
  {
    name: "a Refresh header",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        headers: { refresh: "0; url=next" },
        page: { name: "between", body: "wait" }
      },
      "GET /next": { page: { name: "answer", body: "next" } }
    },
    steps: again,
    native: true
  },
  {
    name: "<meta refresh>",
    site: {
      "GET /": formPage(),
      "POST /answer": {
        page: {
          name: "between",
          head: '<meta http-equiv="refresh" content="0; url=next">',
          body: "wait"
        }
      },
      "GET /next": { page: { name: "answer", body: "next" } }
    },
    steps: again,
    native: true
  }
];

// test/any-page/rows/statuses.ts
var STATUSES = [
  200,
  201,
  202,
  203,
  206,
  400,
  401,
  403,
  404,
  405,
  409,
  410,
  413,
  418,
  422,
  429,
  451,
  500,
  502,
  503,
  504
];
var elsewhere = STATUSES.map((status) => ({
  name: `a page with status ${status} at another address`,
  site: { "GET /": formPage(), "POST /answer": answerPage({}, { status }) }
}));
var again2 = [200, 400, 409, 422, 500].map((status) => ({
  name: `the form again with status ${status}, errors and what was typed`,
  site: {
    "GET /": formPage({ body: form("", 'method="post" action=""') }),
    "POST /": {
      status,
      page: {
        name: "answer",
        body: `<p class="error">Name is taken</p><form method="post"><label>Name <input name="name" value="{post.name}" aria-invalid="true"></label><button id="go">Send</button></form>`
      }
    }
  },
  steps: [
    { run: `document.querySelector('input').value = 'Bob'` },
    { click: "#go" },
    { page: "answer" }
  ],
  differs: { noEntry: true }
}));
var TYPES = [
  "text/html",
  'TEXT/HTML; Charset="UTF-8"',
  "text/html;charset=utf8",
  "text/html; foo=bar; charset=utf-8",
  null,
  "unknown/unknown"
];
var types = TYPES.map((type) => ({
  name: `a page of type ${type}`,
  site: { "GET /": formPage(), "POST /answer": answerPage({ body: "<h1>Gr\xFC\xDFe</h1>" }, { type }) }
}));
var XHTML = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" data-page="answer" lang="de"><head><title>x</title><script><![CDATA[ window.logs = [1 < 2 && 'ran']; ]]></script></head><body><div id="empty"/><p>Ein Satz &amp; mehr</p><textarea name="t"/><p>danach</p></body></html>`;
var xhtml = [
  {
    name: "an XHTML page: empty elements, CDATA",
    site: { "GET /": formPage(), "POST /answer": { type: "application/xhtml+xml", body: XHTML } }
  }
];
var broken = [
  ["two bodies", '<h1>One</h1></body><body class="second"><h1>Two</h1>'],
  ["open elements", "<div><p>One<table><tr><td>Two<b>three"],
  ["a table in a paragraph", "<p>a<table><tr><td>b</table>c</p>"],
  ["a comment that does not end", "<p>before</p><!-- <p>in it</p>"],
  ["a script element in a comment", '<!-- <script>logs.push("no")</script> --><p>after</p>'],
  [
    "a script element in a textarea",
    '<textarea name="t"><script>no</script></textarea><p>after</p>'
  ],
  ["attributes without quotes", "<p id=a class=b title=c>text<a href=x/y>z</a>"],
  ["markup in attribute values", `<p title="<script>1</script>" data-x='</body>'>text</p>`],
  ["entities", "<p>&amp;lt; &copy; &notit; &#x41; &#0; &nbsp;|</p>"],
  ["a form in a form", '<form><input name="a"><form><input name="b"></form></form>'],
  ["frames that are none", "<frameset><frame></frameset><p>text</p>"],
  ["svg and math", "<svg><title>t</title><text>s</text></svg><math><mi>x</mi></math><p>p</p>"],
  ["plaintext", "<p>a</p><plaintext><b>b</b>"]
].map(([name, body]) => ({
  name: `broken or odd markup: ${name}`,
  site: { "GET /": formPage(), "POST /answer": answerPage({ body }) }
}));
var doctypes = [
  ["none", ""],
  [
    "an old one",
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">'
  ],
  ["quirks", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'],
  ["behind a comment", "<!-- hello --><!doctype html>"],
  ["behind white space", "\n\n  <!DOCTYPE html>\n"]
].map(([name, doctype]) => ({
  name: `doctype: ${name}`,
  site: {
    "GET /": formPage(),
    "POST /answer": answerPage({ doctype, html: 'lang="fr" dir="rtl"' })
  }
}));
var statuses = [...elsewhere, ...again2, ...types, ...xhtml, ...broken, ...doctypes];

// test/any-page/rows.ts
var rows = [
  ...statuses,
  ...charsets,
  ...histories,
  ...scripts,
  ...policies,
  ...sessions,
  ...parts,
  ...kinds
];

// test/any-page/site.ts
import { readFile } from "node:fs/promises";

// test/browser/serve.ts
import { createServer as createServer2 } from "node:http";
var serve = async (listener) => {
  const server = createServer2(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  };
};

// test/any-page/site.ts
var SCRIPT = '<script type="module" src="/softpost.document.min.js" nonce="{nonce}"></script>';
var renderPage = ({ name, html = "", head = "", body, doctype, title, bare }, way) => `${doctype ?? "<!doctype html>"}<html data-page="${name}" ${html}><head>${bare ? "" : '<meta charset="utf-8">'}<link rel="icon" href="data:,">${head}<title>${title ?? name}</title>${way === "softpost" ? SCRIPT : ""}</head><body>${body}</body></html>`;
var Run = class {
  row;
  way;
  /** What was asked for, without scripts and styles. */
  requests = [];
  #session = {};
  #posted = {};
  #counts = {};
  #release;
  #held;
  /** Whether the server was asked for the held answer. */
  isHolding = false;
  constructor(row, way) {
    this.row = row;
    this.way = way;
    this.#held = new Promise((resolve) => this.#release = resolve);
  }
  /** Lets the held answer go. */
  release() {
    this.#release?.();
  }
  /** `{n}` counts the requests for this address, `{nonce}` is new each time, as are tokens. */
  #fill(text, key, nonce, origins) {
    return text.replace(/\{(\w+)(?:\.([\w-]+))?\}/g, (all, kind, name = "") => {
      switch (kind) {
        case "n":
          return String(this.#counts[key]);
        case "nonce":
          return nonce;
        case "token":
          return `token-${this.#counts[key]}-${key.length}`;
        case "session":
          return this.#session[name] ?? "";
        case "spend": {
          const value = this.#session[name] ?? "";
          delete this.#session[name];
          return value;
        }
        case "post":
          return this.#posted[name] ?? "";
        case "origin":
          return origins[name] ?? all;
        default:
          return all;
      }
    });
  }
  async answer(key, body, response, origins) {
    this.requests.push(key);
    const [method = "", path = ""] = key.split(" ");
    const known = this.row.site[key] ?? this.row.site[`${method} ${path.split("?")[0]}`];
    if (!known)
      return void response.writeHead(404, { "content-type": "text/html" }).end(`no ${key}`);
    this.#counts[key] = (this.#counts[key] ?? 0) + 1;
    if (method === "POST")
      for (const [name, value] of new URLSearchParams(body.toString("latin1")))
        this.#posted[name] = value;
    if (known.held) {
      this.isHolding = true;
      await this.#held;
    }
    const nonce = Buffer.from(`${key} ${this.#counts[key]}`).toString("base64url");
    const fill = (text) => this.#fill(text, key, nonce, origins);
    Object.assign(
      this.#session,
      Object.fromEntries(
        Object.entries(known.session ?? {}).map(([name, value]) => [name, fill(value)])
      )
    );
    this.#write(known, fill, response);
  }
  #write(answer, fill, response) {
    const {
      status = 200,
      type = "text/html; charset=utf-8",
      headers = {},
      page,
      body,
      encoding
    } = answer;
    const text = fill(page ? renderPage(page, this.way) : body ?? "");
    const bytes = answer.bytes ? Buffer.from(answer.bytes, "base64") : Buffer.from(text, encoding ?? "utf8");
    response.statusCode = status;
    if (type) response.setHeader("content-type", type);
    for (const [name, value] of Object.entries(headers))
      response.setHeader(name, Array.isArray(value) ? value : fill(value));
    if (!answer.broken) return void response.end(bytes);
    response.setHeader("content-length", bytes.length + 100);
    response.write(bytes, () => setTimeout(() => response.destroy(), 50));
  }
};
var bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
var ASSETS = {
  "/assets/classic.js": 'log("classic");',
  "/assets/deferred.js": 'log("deferred " + document.readyState);',
  "/assets/module.js": 'log("module " + document.readyState);',
  "/assets/slow.js": 'log("slow");',
  "/assets/lexical.js": 'const external = 1; log("lexical " + external);',
  "/assets/global.js": 'var seen = (window.seen || 0) + 0; log("global");',
  "/assets/throws.js": 'log("before"); throw new Error("on purpose");',
  "/assets/style.css": "h1 { text-transform: uppercase }"
};
var serveRows = async (rows3) => {
  const runs = /* @__PURE__ */ new Map();
  const origins = {};
  const other = await serve((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/open") {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader(
        "access-control-allow-headers",
        "*, x-sveltekit-action, x-softpost-submission"
      );
    }
    response.end(
      '<!doctype html><html data-page="other"><title>other</title><h1>Another site</h1>'
    );
  });
  origins.other = other.url;
  const answer = async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://a");
    const way = request.headers.host?.startsWith("localhost") ? "native" : "softpost";
    const body = await bodyOf(request);
    if (/^\/softpost[\w.-]*\.js(\.map)?$/.test(pathname)) {
      response.setHeader("content-type", "text/javascript");
      return void response.end(await readFile(`dist${pathname}`));
    }
    const asset = ASSETS[pathname];
    if (asset !== void 0) {
      response.setHeader(
        "content-type",
        pathname.endsWith(".css") ? "text/css" : "text/javascript"
      );
      if (pathname.includes("slow")) await new Promise((resolve) => setTimeout(resolve, 100));
      return void response.end(asset);
    }
    const [, index = "", path = ""] = /^\/(\d+)(\/.*)$/.exec(pathname) ?? [];
    const run = runs.get(`${index} ${way}`);
    if (!run) return void response.writeHead(404).end();
    await run.answer(`${request.method} ${path}${search}`, body, response, {
      ...origins,
      own: `http://${request.headers.host}/${index}`
    });
  };
  const site2 = await serve((request, response) => void answer(request, response));
  const port = new URL(site2.url).port;
  return {
    begin(index, way) {
      const run = new Run(rows3[index], way);
      runs.set(`${index} ${way}`, run);
      return run;
    },
    urlOf: (index, way) => `http://${way === "native" ? "localhost" : "127.0.0.1"}:${port}/${index}/`,
    close: async () => void await Promise.all([site2.close(), other.close()])
  };
};

// test/any-page/compare.ts
import { isDeepStrictEqual } from "node:util";
var expected = ({ outcome }, { differs = {} }) => ({
  ...outcome,
  ...differs.noEntry && { entries: outcome.entries - Number(differs.noEntry) },
  fields: { ...outcome.fields, ...differs.fields },
  ...differs.scroll && { scrolled: true }
});
var compare = (row, native, softpost) => {
  const wanted = expected(native, row);
  const differences = [];
  const note = (what, want, have) => {
    if (!isDeepStrictEqual(want, have))
      differences.push(
        `${what}: ${JSON.stringify(want)} in the browser, ${JSON.stringify(have)} here`
      );
  };
  for (const [key, have] of Object.entries(softpost.outcome)) {
    if (row.differs?.blob && (key === "address" || key === "protocol" || key === "cookies" || key === "title"))
      continue;
    note(key, wanted[key], have);
  }
  note("requests", [...native.requests, ...row.differs?.asked ?? []], softpost.requests);
  note("document loads", row.native ? 1 : 0, softpost.loads);
  return differences;
};

// ../../../tmp/ap/table2.ts
var [, , engine = "chromium", only = ""] = process.argv;
var groups = { kinds, sessions, parts, policies, histories, charsets, scripts, statuses, all: rows };
var rows2 = only.split("+").flatMap((g) => groups[g] ?? rows.filter((r) => r.name.includes(g))).filter((r) => !(engine in (r.without ?? {})));
var site = await serveRows(rows2);
var e = await launch2[engine]();
var ok = 0;
var loads = 0;
var t0 = Date.now();
for (const [i, row] of rows2.entries()) {
  const out = {};
  try {
    await Promise.all(["native", "softpost"].map(async (way) => {
      const run = site.begin(i, way);
      const tab = await e.openTab();
      try {
        out[way] = await play(tab, site.urlOf(i, way), run, row);
      } catch (err) {
        throw new Error(way + ": " + err.message.split("\n")[0] + " " + JSON.stringify(run.requests) + await tab.evaluate('location.href + " " + (document.body?.innerText ?? "").slice(0, 200)').catch(() => ""));
      } finally {
        await tab.close();
      }
    }));
    const diffs = compare(row, out.native, out.softpost);
    loads += out.softpost.loads;
    if (diffs.length) console.log("DIFF", row.name, "\n   ", diffs.join("\n    "));
    else ok++;
  } catch (err) {
    console.log("FAIL", row.name, err.message.slice(0, 500));
  }
}
console.log(ok, "of", rows2.length, "loads", loads, Date.now() - t0, "ms");
await e.close();
await site.close();
process.exit(0);
