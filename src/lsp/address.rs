//! `file:` addresses (RFC 8089) and paths.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

/// The path that a `file:` address names, on this machine.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").filter(|path| path.starts_with('/')).unwrap_or(rest);
    let text = decoded(path.split(['?', '#']).next().unwrap_or_default())?;
    // `/C:/x` is `C:/x`.
    let drive = text.as_bytes().get(2) == Some(&b':');
    let text = if cfg!(windows) && drive { &text[1..] } else { text.as_str() };
    text.starts_with('/').then(|| text.into()).or_else(|| drive_path(text))
}

fn drive_path(text: &str) -> Option<PathBuf> {
    (cfg!(windows) && !text.is_empty()).then(|| text.into())
}

/// The address of a path.
pub fn uri(path: &Path) -> Uri {
    let text = path.to_string_lossy().replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    Uri(format!("file://{root}{}", text.bytes().map(byte).collect::<String>()))
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = (*first == b'%').then(|| after.get(..2)).flatten();
        let value = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back() {
        for name in ["/a/b.md", "/é ü/100 %.md", "/a#b?c/d.md"] {
            assert_eq!(path(&uri(Path::new(name))).as_deref(), Some(Path::new(name)));
        }
        assert_eq!(path(&Uri("file://localhost/a%20b.md".into())).as_deref(), Some(Path::new("/a b.md")));
        for odd in ["untitled:Untitled-1", "http://x/y", "file://host/x", "file:///%ff", ""] {
            assert_eq!(path(&Uri(odd.into())), None, "{odd}");
        }
    }
}
