"""A to-do list with nothing but Python's standard library. It knows nothing of softpost but one script tag."""

import html
import os
import secrets
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

DIST = Path(__file__).resolve().parents[3] / "dist"
SCRIPT = '<script type="module" src="/js/softpost.document.min.js"></script>'
todos: list[str] = []
sessions: dict[str, dict] = {}


def page(title: str, body: str, flash: str = "") -> str:
    script = "" if os.environ.get("SCRIPT") == "off" else SCRIPT
    status = f'<p role="status">{html.escape(flash)}</p>' if flash else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="icon" href="data:,">{script}</head>'
        f'<body><nav><a href="/">To do</a> <a href="/secret">Secret</a> <a href="/upload">Upload</a></nav><main>{status}{body}</main></body></html>'
    )


def list_page(session: dict, error: str = "", text: str = "") -> str:
    invalid = 'aria-invalid="true" aria-describedby="error"' if error else ""
    message = f'<p id="error">{html.escape(error)}</p>' if error else ""
    rows = "".join(
        f'<li>{html.escape(todo)} <form method="post" action="/done"><button name="index" value="{index}">Done</button></form></li>'
        for index, todo in enumerate(todos)
    )
    return page(
        "To do",
        f'<h1>To do</h1><form method="post" action="/add" id="add"><label>What <input name="text" value="{html.escape(text)}" {invalid}></label>{message}'
        f"<button>Add</button></form><ul>{rows}</ul>"
        '<form method="post" action="/export"><button>Export</button></form>',
        session.pop("flash", ""),
    )


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def begin(self) -> dict:
        cookie = SimpleCookie(self.headers.get("cookie", ""))
        self.sid = cookie["sid"].value if "sid" in cookie else ""
        self.fresh = self.sid not in sessions
        if self.fresh:
            self.sid = secrets.token_urlsafe()
            sessions[self.sid] = {}
        return sessions[self.sid]

    def answer(self, status: int, body: bytes | str, headers: dict[str, str] | None = None) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in ({"content-type": "text/html; charset=utf-8"} | (headers or {})).items():
            self.send_header(name, value)
        if self.fresh:
            self.send_header("set-cookie", f"sid={self.sid}; HttpOnly; SameSite=Lax; Path=/")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, location: str, status: int = HTTPStatus.SEE_OTHER) -> None:
        self.answer(status, "", {"location": location})

    def do_GET(self) -> None:
        session = self.begin()
        path = urlsplit(self.path).path
        if path.startswith("/js/"):
            file = DIST / Path(path).name
            if file.is_file():
                return self.answer(200, file.read_bytes(), {"content-type": "text/javascript"})
        if path == "/":
            # What is wrong, and what was typed, waited in the session.
            return self.answer(200, list_page(session, session.pop("error", ""), session.pop("old", "")))
        if path == "/login":
            form = '<h1>Log in</h1><form method="post" action="/login"><label>Name <input name="name"></label><button>Log in</button></form>'
            return self.answer(200, page("Log in", form, session.pop("flash", "")))
        if path == "/secret":
            if "user" not in session:
                session["flash"] = "Log in first."
                return self.redirect("/login", HTTPStatus.FOUND)
            return self.answer(200, page("Secret", f"<h1>Hello {html.escape(session['user'])}</h1>"))
        if path == "/upload":
            form = '<h1>Upload</h1><form method="post" action="/upload" enctype="multipart/form-data"><input type="file" name="file" aria-label="File"><button>Send</button></form>'
            return self.answer(200, page("Upload", form, session.pop("flash", "")))
        self.answer(404, page("Not found", "<h1>Not found</h1>"))

    def do_POST(self) -> None:
        session = self.begin()
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        path = urlsplit(self.path).path
        if path == "/upload":
            marker = b'filename="'
            name = body.split(marker)[1].split(b'"')[0].decode() if marker in body else ""
            session["flash"] = f"{name} is here." if name else "Choose a file."
            return self.redirect("/upload")
        fields = {name: values[-1] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
        if path == "/add":
            text = fields.get("text", "").strip()
            if len(text) > 20:
                return self.answer(422, list_page(session, "Too long.", text))
            if not text:
                session["error"], session["old"] = "Say what.", fields.get("text", "")
                return self.redirect("/", HTTPStatus.FOUND)
            todos.append(text)
            session["flash"] = f"Added {text}."
            return self.redirect("/")
        if path == "/done":
            del todos[int(fields["index"])]
            return self.redirect("/")
        if path == "/login":
            session["user"] = fields.get("name") or "Ann"
            return self.redirect("/secret")
        if path == "/export":
            return self.answer(
                200,
                "\n".join(todos),
                {"content-type": "text/csv", "content-disposition": 'attachment; filename="todos.csv"'},
            )
        self.answer(404, page("Not found", "<h1>Not found</h1>"))


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "3002"))), Handler)
    print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()
