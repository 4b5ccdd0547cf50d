//! A request's answer: files from memory and nothing else, so that no address leads to the disk.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Instant;

use tiny_http::{Header, Method, Request, Response};

use super::stage::Answer;
use super::{POLL, State, reload, stage};
use crate::i18n::{Lang, text};
use crate::pipeline::needs_all;
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
    /// The hash of a page and of what it loads; empty for other files.
    version: String,
}

impl Reply {
    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), location: None, version: String::new() }
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
pub(super) fn answer(request: Request, state: &Arc<State>) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Reply::new(405, content_type("x.txt"), "405").send(request);
    }
    if !host_is_loopback(&request) {
        return Reply::new(403, content_type("x.txt"), "403").send(request);
    }
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    if path == reload::CHANGES {
        let (state, query) = (Arc::clone(state), query.to_owned());
        std::thread::spawn(move || Reply::new(200, content_type("x.txt"), changes(&state, &query)).send(request));
        return;
    }
    reply(path, query, &|path| stage::ask(&state.stage, path, state.lang), state.lang).send(request);
}

/// What the page shows now that was `version` when it was loaded, as soon as that is another: `version=…&page=…`.
fn changes(state: &State, query: &str) -> String {
    let known = query.strip_prefix("version=").unwrap_or(query).split('&').next().unwrap_or_default();
    let page = query.split_once("&page=").map_or("", |(_, page)| page);
    let (mut version, end) = (*state.version(), Instant::now() + POLL);
    loop {
        // What depends on the whole collection is not worth making before that has been read.
        if version.settled || !needs_all(page) {
            let find = |path: &str| stage::ask(&state.stage, path, state.lang);
            let now = reply(page, "", &find, state.lang).version;
            if now != known {
                return now;
            }
        }
        let next = state.wait(version, end);
        if next == version {
            return known.to_owned();
        }
        version = next;
    }
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

/// The reply to a request for `path`, where `find` knows the files.
fn reply(path: &str, query: &str, find: &dyn Fn(&str) -> Answer, lang: Lang) -> Reply {
    if path == reload::SCRIPT {
        return Reply::new(200, content_type("x.js"), reload::JAVASCRIPT);
    }
    let html = |status: u16, bytes: &[u8], assets: &str| {
        let version =
            blake3::Hasher::new().update(&status.to_le_bytes()).update(bytes).update(assets.as_bytes()).finalize();
        let version = version.to_hex()[..16].to_owned();
        let body = reload::inject(bytes, &version);
        Reply { version, ..Reply::new(status, content_type("x.html"), body) }
    };
    let failed = |error: &str| html(500, error_page(error, lang).as_bytes(), "");
    let missing = || {
        let Answer { file, assets } = find("404.html");
        match file {
            Ok(page) => html(404, &page.map_or_else(|| b"404".to_vec(), |page| rooted(&page)), &assets),
            Err(error) => failed(&error),
        }
    };
    let Some(name) = address::decode(path.trim_start_matches('/')) else { return missing() };
    let page = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name };
    let Answer { file, assets } = find(&page);
    match file {
        Ok(Some(bytes)) if page.ends_with(".html") => html(200, &bytes, &assets),
        Ok(Some(bytes)) => Reply::new(200, content_type(&page), bytes),
        Ok(None) if !page.ends_with(".html") && matches!(find(&format!("{page}/index.html")).file, Ok(Some(_))) => {
            let query = if query.is_empty() { String::new() } else { format!("?{query}") };
            // The last part alone: a relative address cannot lead to another host.
            let last = path.rsplit('/').next().unwrap_or_default();
            Reply { location: Some(format!("./{last}/{query}")), ..Reply::new(301, content_type("x.txt"), "301") }
        }
        Ok(None) => missing(),
        Err(error) => failed(&error),
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

    /// A site of a few files, or one that cannot be made.
    fn shown(error: Option<&str>) -> impl Fn(&str) -> Answer {
        move |path: &str| {
            let known = ["index.html", "fr/q/é/index.html", "404.html", "a.jsonl"].contains(&path);
            let file = match error.filter(|_| path.ends_with(".html")) {
                Some(error) => Err(error.to_owned()),
                None => Ok(known.then(|| path.into())),
            };
            Answer { file, assets: String::new() }
        }
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
        let find = |path: &str| Answer { file: Ok((path == "404.html").then(|| page.into())), assets: String::new() };
        let body = String::from_utf8(reply("/fr/q/nowhere/", "", &find, Lang::Fr).body).expect("text");
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

    #[test]
    fn a_page_has_another_version_when_it_or_its_style_changes() {
        let version = |text: &str, assets: &str| {
            let find = |_: &str| Answer { file: Ok(Some(text.into())), assets: assets.to_owned() };
            reply("/fr/", "", &find, Lang::Fr).version
        };
        assert_eq!(version("a", "1"), version("a", "1"));
        assert!(version("a", "1") != version("b", "1") && version("a", "1") != version("a", "2"));
    }
}
