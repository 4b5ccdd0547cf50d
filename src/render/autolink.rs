//! Bare addresses in prose, found as GitHub Flavored Markdown does (section 6.9, extended autolinks).

/// The first address in `text` as a range of bytes; `before` is the character that stands before `text`, if any.
pub(super) fn bare_address(text: &str, before: Option<char>) -> Option<std::ops::Range<usize>> {
    let mut from = 0;
    while let Some(found) = text[from..].find("://") {
        let mark = from + found;
        from = mark + 3;
        let Some(scheme) = ["https", "http"].into_iter().find(|scheme| text[..mark].ends_with(scheme)) else {
            continue;
        };
        let start = mark - scheme.len();
        let glued = text[..start].chars().next_back().or(before.filter(|_| start == 0));
        if glued.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[from..];
        let end = rest.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"«»“”`".contains(c));
        let address = trimmed(&rest[..end.unwrap_or(rest.len())]);
        let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let named =
            host.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
        if named && host.contains('.') {
            return Some(start..from + address.len());
        }
    }
    None
}

/// An address without the marks of the sentence around it; a closing bracket belongs to it if it opens there too.
fn trimmed(mut address: &str) -> &str {
    while let Some(last) = address.chars().next_back() {
        let count = |c| address.matches(c).count();
        let outside = match last {
            ')' => count(')') > count('('),
            ']' => count(']') > count('['),
            last => "?!.,:;*_~'’…".contains(last),
        };
        if !outside {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

#[cfg(test)]
mod tests {
    use super::bare_address;

    #[test]
    fn addresses_end_before_the_marks_of_their_sentence() {
        for (text, address) in [
            ("See https://e.org/a_b?c=1&d#e.", Some("https://e.org/a_b?c=1&d#e")),
            ("(http://e.org/x_(y))", Some("http://e.org/x_(y)")),
            ("« https://e.org » et", Some("https://e.org")),
            ("git+https://e.org", Some("https://e.org")),
            ("https://localhost or https:// then http://e.org:80/", Some("http://e.org:80/")),
            ("xhttp://e.org, ftp://e.org, é://", None),
        ] {
            assert_eq!(bare_address(text, None).map(|range| &text[range]), address, "{text}");
        }
        assert_eq!(bare_address("http://e.org", Some('x')), None);
    }
}
