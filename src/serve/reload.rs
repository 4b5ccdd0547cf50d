//! What `serve` adds to a page so that it reloads by itself: one external script, and leave for it in the page's own
//! content security policy. The files of the site stay as `build` writes them.

/// Where the script is.
pub(super) const SCRIPT: &str = "/_passerelle/reload.js";

/// Where the script asks for changes; answered when there is one.
pub(super) const CHANGES: &str = "/_passerelle/changes";

/// Asks whether the page would still be the same, and reloads it when it would not.
pub(super) const JAVASCRIPT: &str = r#""use strict";
(async () => {
  const version = new URL(document.currentScript.src).searchParams.get("version");
  const asked = "/_passerelle/changes?version=" + version + "&page=" + location.pathname;
  for (;;) {
    try {
      const answer = await fetch(asked, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== version) return location.reload();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
"#;

/// A page with the script. Bytes that are not UTF-8 stay as they are.
pub(super) fn inject(page: &[u8], version: &str) -> Vec<u8> {
    let Ok(page) = std::str::from_utf8(page) else { return page.to_vec() };
    let page = with_policy(page);
    let script = format!("<script src=\"{SCRIPT}?version={version}\" defer></script>");
    match page.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &page[..at], &page[at..]),
        None => page + &script,
    }
    .into_bytes()
}

/// The page with its policy widened for the script, where it has one.
fn with_policy(page: &str) -> String {
    let widened = || {
        let meta = page.find("http-equiv=\"Content-Security-Policy\"")?;
        let tag = page[..meta].rfind('<')?..meta + page[meta..].find('>')?;
        let start = tag.start + page[tag.clone()].find("content=\"")? + "content=\"".len();
        let end = start + page[start..].find('"')?;
        Some(format!("{}{}{}", &page[..start], widen(&page[start..end]), &page[end..]))
    };
    widened().unwrap_or_else(|| page.to_owned())
}

/// Adds `'self'` to what scripts may be loaded from and what they may connect to.
fn widen(policy: &str) -> String {
    let policy = policy.replace("&#39;", "'").replace("&#x27;", "'");
    let mut directives: Vec<String> =
        policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()).map(str::to_owned).collect();
    for name in ["script-src", "connect-src"] {
        match directives.iter_mut().find(|directive| directive.split_whitespace().next() == Some(name)) {
            Some(directive) if directive.contains("'self'") => {}
            Some(directive) => *directive = format!("{} 'self'", directive.replace(" 'none'", "")),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_the_script_in_and_nothing_else() {
        assert_eq!(
            widen("default-src 'none'; script-src 'self'; img-src 'self'"),
            "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'"
        );
        assert_eq!(widen("script-src &#39;none&#39;;connect-src a"), "script-src 'self'; connect-src a 'self'");
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_page() {
        let page =
            "<head><meta content=\"default-src 'none'\" http-equiv=\"Content-Security-Policy\"></head><body>x</body>";
        let shown = String::from_utf8(inject(page.as_bytes(), "1-2")).expect("text");
        assert!(shown.contains("content=\"default-src 'none'; script-src 'self'; connect-src 'self'\""), "{shown}");
        assert!(shown.ends_with("<body>x<script src=\"/_passerelle/reload.js?version=1-2\" defer></script></body>"));
        assert_eq!(inject(b"\xff", "1"), b"\xff");
    }
}
