//! Slugs: the readable part of an address.

use super::fold;

/// At most this many characters in a slug; it is cut between words.
const LONGEST: usize = 60;

/// `text` as lower-case ASCII words joined by `-`, at most 60 characters, cut between words; never empty, never a path.
///
/// `C++`, `C#` and `.NET` keep a name of their own (`cpp`, `csharp`, `dotnet`).
pub fn slug(text: &str) -> String {
    let folded = fold(text).replace("c++", "cpp").replace("c#", "csharp").replace(".net", "dotnet");
    let mut out = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() && out.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(LONGEST));
    }
    if out.is_empty() {
        // A text without a single ASCII letter still needs a name that does not change.
        out = format!("x-{}", &blake3::hash(text.as_bytes()).to_hex()[..8]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_words() {
        assert_eq!(slug("Qu'est-ce que l'idempotence ?"), "qu-est-ce-que-l-idempotence");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert!(slug("???").starts_with("x-"));
        assert!(slug(&"word ".repeat(50)).len() <= 60);
    }
}
