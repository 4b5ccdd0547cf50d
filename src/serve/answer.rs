//! A request's answer: files from memory and nothing else, so that no address leads to the disk.

use std::io::Cursor;
use std::sync::Arc;

use tiny_http::{Header, Method, Request, Response};

use super::{Shown, State, reload};
use crate::i18n::{Lang, text};
use crate::site::address;

/// Content types by extension.
const TYPES: [(&str, &str); 22] = [
    ("apkg", "application/octet-stream"),
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonl", "application/jsonl; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

/// Status, content type, body, and where a redirect leads.
struct Reply {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    location: Option<String>,
}

impl Reply {
    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), location: None }
    }

    fn send(self, request: Request) {
        let length = self.body.len();
        let header = |name: &str, value: &str| Header::from_bytes(name, value).ok();
        let headers = [
            header("Content-Type", self.kind),
            header("Cache-Control", "no-store"),
            header("X-Content-Type-Options", "nosniff"),
            self.location.and_then(|location| header("Location", &location)),
        ];
        let response = Response::new(
            self.status.into(),
            headers.into_iter().flatten().collect(),
            Cursor::new(self.body),
            Some(length),
            None,
        );
        // A browser that went away is no error of ours.
        let _ = request.respond(response.with_chunked_threshold(usize::MAX));
    }
}

/// Answers one request. The question for changes waits on a thread of its own.
pub(super) fn answer(request: Request, state: &Arc<State>, lang: Lang) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Reply::new(405, content_type("x.txt"), "405").send(request);
    }
    if !host_is_loopback(&request) {
        return Reply::new(403, content_type("x.txt"), "403").send(request);
    }
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    if path == reload::CHANGES {
        let (state, known) = (Arc::clone(state), query.trim_start_matches("version=").to_owned());
        std::thread::spawn(move || Reply::new(200, content_type("x.txt"), state.wait(&known)).send(request));
        return;
    }
    let shown = state.lock().clone();
    reply(path, query, &shown, lang).send(request);
}

/// A page of another site must not read this one under a name that it made lead here (DNS rebinding).
fn host_is_loopback(request: &Request) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    host.is_none_or(|header| {
        let host = header.value.as_str();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        ["127.0.0.1", "localhost"].contains(&name)
    })
}

fn reply(path: &str, query: &str, shown: &Shown, lang: Lang) -> Reply {
    if path == reload::SCRIPT {
        return Reply::new(200, content_type("x.js"), reload::JAVASCRIPT);
    }
    let html = |status, bytes: &[u8]| Reply::new(status, content_type("x.html"), reload::inject(bytes, &shown.name()));
    let missing = || html(404, &shown.files.get("404.html").map_or_else(|| b"404".to_vec(), rooted));
    let Some(name) = address::decode(path.trim_start_matches('/')) else { return missing() };
    let page = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.clone() };
    if let Some(error) = &shown.error
        && page.ends_with(".html")
    {
        return html(500, error_page(error, lang).as_bytes());
    }
    match shown.files.get(&page) {
        Some(bytes) if page.ends_with(".html") => html(200, bytes),
        Some(bytes) => Reply::new(200, content_type(&page), bytes),
        None if shown.files.get(&format!("{page}/index.html")).is_some() => {
            let query = if query.is_empty() { String::new() } else { format!("?{query}") };
            // The last part alone: a relative address cannot lead to another host.
            let last = path.rsplit('/').next().unwrap_or_default();
            Reply { location: Some(format!("./{last}/{query}")), ..Reply::new(301, content_type("x.txt"), "301") }
        }
        None if shown.error.is_some() => {
            html(500, error_page(shown.error.as_deref().unwrap_or_default(), lang).as_bytes())
        }
        None => missing(),
    }
}

/// The page with its relative addresses made to begin at the root: it answers for addresses at any depth, where relative
/// ones would lead elsewhere.
fn rooted(page: &[u8]) -> Vec<u8> {
    let Ok(page) = std::str::from_utf8(page) else { return page.to_vec() };
    let mut out = String::with_capacity(page.len() + 64);
    let mut rest = page;
    while let Some(at) = ADDRESSES.iter().filter_map(|name| Some(rest.find(name)? + name.len())).min() {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let value = rest.split('"').next().unwrap_or_default();
        let scheme = value.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
        if !value.is_empty() && !scheme && !value.starts_with(['/', '#', '?']) {
            out.push('/');
        }
    }
    out.push_str(rest);
    out.into_bytes()
}

/// The attributes of the site's own pages that hold addresses.
const ADDRESSES: [&str; 3] = [" href=\"", " src=\"", " action=\""];

/// The content type of a file.
fn content_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    TYPES.iter().find(|(known, _)| *known == extension).map_or("application/octet-stream", |(_, kind)| kind)
}

fn error_page(error: &str, lang: Lang) -> String {
    let escaped = error.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (title, advice) = (text(lang, "serve-error-title", &[]), text(lang, "serve-error-advice", &[]));
    let style = "body{font:1rem/1.5 system-ui;margin:3rem auto;max-width:60rem;padding:0 1rem}\
        pre{background:#fdecea;color:#5f1412;padding:1rem;white-space:pre-wrap;border-radius:.5rem}";
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{style}</style>\
         </head><body><main><h1>{title}</h1><pre>{escaped}</pre><p>{advice}</p></main></body></html>",
        lang.code()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;

    fn shown(error: Option<&str>) -> Shown {
        let mut files = Files::new();
        for path in ["index.html", "fr/q/é/index.html", "404.html", "a.jsonl"] {
            files.insert(path, path).expect("a safe path");
        }
        Shown { files: files.into(), error: error.map(Into::into), version: 1 }
    }

    fn status(path: &str) -> u16 {
        reply(path, "", &shown(None), Lang::En).status
    }

    #[test]
    fn only_files_of_the_site_are_found() {
        assert_eq!([status("/"), status("/a.jsonl"), status("/fr/q/%C3%A9/")], [200; 3]);
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/a%00", "/%", "/%zz", "/fr/q/%C3/", "/x"]
        {
            assert_eq!(status(path), 404, "{path}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_is_redirected() {
        let moved = reply("/fr/q/%C3%A9", "x=1", &shown(None), Lang::En);
        assert_eq!((moved.status, moved.location.as_deref()), (301, Some("./%C3%A9/?x=1")));
    }

    #[test]
    fn the_page_for_what_is_missing_leads_on_from_any_depth() {
        let page = "<a class=\"x\" href=\"fr/index.html\"><a href=\"#main\"><a href=\"https://e.org/\"><a href=\"/a\">\
            <script src=\"assets/site.js\"></script><form action=\"en/search/index.html\">";
        let mut files = Files::new();
        files.insert("404.html", page).expect("a safe path");
        let shown = Shown { files: files.into(), error: None, version: 1 };
        let body = String::from_utf8(reply("/fr/q/nowhere/", "", &shown, Lang::Fr).body).expect("text");
        for part in [
            "href=\"/fr/index.html\"",
            "href=\"#main\"",
            "href=\"https://e.org/\"",
            "href=\"/a\"",
            "src=\"/assets/site.js\"",
            "action=\"/en/search/index.html\"",
        ] {
            assert!(body.contains(part), "{part} in {body}");
        }
    }

    #[test]
    fn a_failed_build_is_told_in_the_page() {
        let page = reply("/", "", &shown(Some("a<b")), Lang::Fr);
        let body = String::from_utf8(page.body).expect("text");
        assert!(page.status == 500 && body.contains("a&lt;b") && body.contains(reload::SCRIPT), "{body}");
    }
}
