"""A form's server half in Python's standard library: python3 guestbook.py [port]

The same form works without JavaScript (HTML answers) and with softpost in the page (JSON answers).
"""

import html
import http.server
import json
import pathlib
import re
import secrets
import sys
import urllib.parse

SCRIPTS = pathlib.Path(__file__).parents[2] / "dist"
LIMIT = 100_000  # bytes of a body
TOKEN = secrets.token_urlsafe()  # of a session, in an app that has sessions

entries = []


def is_secret(name):
    """A token, or a name with a part that begins with an underscore."""
    return name == "csrf" or any(part.startswith("_") for part in re.split(r"[.\[]", name))


class Redirect(Exception):
    """Ends an action: the browser goes to another page."""


class Failure(Exception):
    """Ends an action: the form was filled in wrongly. What is wrong, by the names of its controls."""

    status = 422

    def __init__(self, form, **messages):
        self.data = {
            # What a secret field was sent stays here.
            "values": {name: text for name, text in form.items() if not is_secret(name)},
            "issues": [{"name": name, "message": text} for name, text in messages.items()],
        }


class Refusal(Exception):
    """Ends a request that no page of ours makes."""

    def __init__(self, status, message):
        self.status, self.message = status, message


def sign(form):
    name = form.get("name", "").strip()
    if not name:
        raise Failure(form, name="Who are you?")
    entries.append(name)
    return {"signed": name, "count": len(entries)}


def leave(form):
    raise Redirect("/goodbye")


ACTIONS = {"sign": sign, "leave": leave}

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="csrf-token" content="{token}">
<title>Guestbook</title>
<h1>Guestbook</h1>
<ul>{entries}</ul>
<form method="POST" action="/?/sign">
	<input type="hidden" name="csrf" value="{token}">
	<label>Name <input name="name" value="{name}" {wrong}></label>
	<p data-issues-for="name" id="name-issue">{message}</p>
	<button>Sign</button>
	<button formaction="/?/leave">Leave</button>
</form>
<script type="module">
	import {{ configure, enhance }} from '/softpost.min.js';

	const token = document.querySelector('meta[name=csrf-token]').content;
	configure({{ headers: {{ 'x-csrf-token': token }} }});

	enhance(document.querySelector('form'), () => async ({{ result, update }}) => {{
		const {{ signed }} = result.data ?? {{}};
		if (signed) document.querySelector('ul').append(
			Object.assign(document.createElement('li'), {{ textContent: signed }}));
		// Resets the form after a success, puts issues to their fields after a failure, follows a redirect.
		await update();
	}});
</script>
"""


def page(values={}, issues=()):
    messages = {issue["name"]: issue["message"] for issue in issues}
    return PAGE.format(
        token=TOKEN,
        entries="".join(f"<li>{html.escape(entry)}</li>" for entry in entries),
        name=html.escape(values.get("name", "")),
        wrong='aria-invalid="true" aria-describedby="name-issue"' if "name" in messages else "",
        message=html.escape(messages.get("name", "")),
    )


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        # With the files beside it, which it loads when it needs them.
        if re.fullmatch(r"/softpost(\.\w+)?\.min\.js", path):
            self.answer(200, (SCRIPTS / path[1:]).read_text(), "text/javascript")
        elif path == "/":
            self.answer(200, page())
        elif path == "/goodbye":
            self.answer(200, "<!doctype html><title>Goodbye</title><h1>Goodbye</h1>")
        else:
            self.answer(404, "<!doctype html><title>Not found</title>")

    def do_POST(self):
        try:
            form = self.form()
            action = self.action()
            if not self.is_own(form):
                raise Refusal(403, "The page is too old. Load it again")
            self.success(action(form))
        except Failure as failure:
            self.failure(failure)
        except Redirect as redirect:
            self.redirect(str(redirect))
        except Refusal as refusal:
            self.refuse(refusal)

    # What was asked

    def action(self):
        """The name of the action is the first key of the query that begins with a slash."""
        query = urllib.parse.urlsplit(self.path).query
        keys = [key for key, _ in urllib.parse.parse_qsl(query, keep_blank_values=True)]
        name = next((key[1:] for key in keys if key.startswith("/")), "")
        if name not in ACTIONS:
            raise Refusal(404, f"No action is called {name!r}")
        return ACTIONS[name]

    def form(self):
        length = int(self.headers["content-length"] or 0)
        if length > LIMIT:
            # Its rest would be taken for the next request.
            self.close_connection = True
            raise Refusal(413, "That is too much")
        body = self.rfile.read(length)
        if self.headers.get_content_type() != "application/x-www-form-urlencoded":
            raise Refusal(415, "Send a form")
        return dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))

    def is_own(self, form):
        """From the header that softpost was told to send, or from the field."""
        sent = self.headers["x-csrf-token"] or form.get("csrf", "")
        return secrets.compare_digest(sent.encode(), TOKEN.encode())

    @property
    def wants_json(self):
        return self.headers["x-sveltekit-action"] == "true"

    # How it is answered

    def success(self, data):
        if self.wants_json:
            self.result(200, type="success", status=200, data=data)
        else:
            self.redirect("/")

    def failure(self, failure):
        if self.wants_json:
            self.result(failure.status, type="failure", status=failure.status, data=failure.data)
        else:
            self.answer(failure.status, page(**failure.data))

    def redirect(self, location):
        if self.wants_json:
            self.result(200, type="redirect", status=303, location=location)
        else:
            self.answer(303, "", location=location)

    def refuse(self, refusal):
        status, message = refusal.status, refusal.message
        if self.wants_json:
            self.result(status, type="error", error={"message": message})
        else:
            self.answer(status, f"<!doctype html><title>{html.escape(message)}</title>")

    def result(self, http_status, **result):
        self.answer(http_status, json.dumps(result), "application/json")

    def answer(self, status, text, content_type="text/html", **headers):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", f"{content_type}; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
