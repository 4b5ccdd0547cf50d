//! Which documents a path in the settings means.

/// Whether `pattern` means the document `path`: the file itself, or everything below the folder; `*` stands for any part of
/// a name, `**` for any folders.
pub fn matches(pattern: &str, path: &str) -> bool {
    let parts = |text: &'_ str| -> Vec<String> {
        let text = text.trim_start_matches("./");
        text.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    below(&parts(pattern), &parts(path))
}

/// Whether the pattern means this path or one of the folders that it is in.
fn below(pattern: &[String], path: &[String]) -> bool {
    match (pattern.split_first(), path.split_first()) {
        (None, _) => true,
        (Some((first, rest)), _) if first == "**" => (0..=path.len()).any(|skipped| below(rest, &path[skipped..])),
        (Some((first, rest)), Some((name, more))) => part(first.as_bytes(), name.as_bytes()) && below(rest, more),
        (Some(_), None) => false,
    }
}

/// Whether one part of a pattern means this name: the last `*` takes back what it needs, so that no name takes long.
fn part(pattern: &[u8], name: &[u8]) -> bool {
    let (mut at, mut read, mut star) = (0, 0, None);
    while read < name.len() {
        if pattern.get(at) == Some(&b'*') {
            star = Some((at, read));
            at += 1;
        } else if pattern.get(at) == Some(&name[read]) {
            (at, read) = (at + 1, read + 1);
        } else if let Some((before, taken)) = star {
            star = Some((before, taken + 1));
            (at, read) = (before + 1, taken + 1);
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn files_folders_and_stars() {
        for (pattern, path, expected) in [
            ("content/a.md", "content/a.md", true),
            ("content/a.md", "content/b.md", false),
            ("content/old", "content/old/fr/a.md", true),
            ("content/old/", "./content/old/a.md", true),
            ("content/old", "content/older/a.md", false),
            ("content/*.md", "content/a.md", true),
            ("content/*.md", "content/fr/a.md", false),
            ("**/draft-*.md", "content/fr/draft-1.md", true),
            ("**/draft-*.md", "draft-.md", true),
            ("**/*-fr-*.md", "content/a-fr.md", false),
            ("**/*-fr-*.md", "content/a-fr-b-fr-c.md", true),
            ("content/**/x", "content/x/y.md", true),
            ("content/fr", "content", false),
            ("é*", "été.md", true),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
