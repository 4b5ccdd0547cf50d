//! What changed since a revision, as git tells.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;

use super::Stop;

/// The lines that changed, by path relative to the folder asked about.
pub(super) struct Changed(BTreeMap<String, Vec<RangeInclusive<usize>>>);

impl Changed {
    /// What changed since `revision` in `folder` (default: the current one), uncommitted and untracked files included.
    pub fn since(revision: &str, folder: Option<&Path>) -> Result<Self, Stop> {
        let folder = folder.unwrap_or(Path::new("."));
        let git = |args: &[&str]| -> Result<String, Stop> {
            let failed = |reason: String| Failure::new("git").with("revision", revision).with("detail", reason);
            let run =
                Command::new("git").arg("-C").arg(folder).args(["-c", "core.quotePath=false"]).args(args).output();
            let run = run.map_err(|error| failed(error.to_string()))?;
            if !run.status.success() {
                let words = String::from_utf8_lossy(&run.stderr).lines().next().unwrap_or_default().to_owned();
                return Err(failed(words).into());
            }
            Ok(String::from_utf8_lossy(&run.stdout).into_owned())
        };
        // `--end-of-options`: a revision is never an option of git's.
        let diff = git(&[
            "diff",
            "--relative",
            "--no-color",
            "--no-ext-diff",
            "--unified=0",
            "--end-of-options",
            revision,
            "--",
        ])?;
        let mut changed = hunks(&diff);
        for path in git(&["ls-files", "--others", "--exclude-standard"])?.lines() {
            changed.insert(path.to_owned(), vec![1..=usize::MAX]);
        }
        Ok(Self(changed))
    }

    /// Whether a finding is about a line that changed.
    pub fn touches(&self, finding: &Diagnostic) -> bool {
        let lines = self.0.get(&finding.path).map(Vec::as_slice).unwrap_or_default();
        lines.iter().any(|range| *range.start() <= finding.place.end_line && finding.place.line <= *range.end())
    }
}

/// The new lines of each file in a diff without context.
fn hunks(diff: &str) -> BTreeMap<String, Vec<RangeInclusive<usize>>> {
    let mut out: BTreeMap<String, Vec<RangeInclusive<usize>>> = BTreeMap::new();
    let mut path = None;
    for line in diff.lines() {
        if let Some(name) = line.strip_prefix("+++ ") {
            path = name.strip_prefix("b/").map(|name| name.trim_end_matches('\t').to_owned());
        } else if let (Some(path), Some(hunk)) = (&path, line.strip_prefix("@@ -")) {
            let Some(new) = hunk.split(' ').nth(1).and_then(|new| new.strip_prefix('+')) else { continue };
            let (start, count) = new.split_once(',').unwrap_or((new, "1"));
            if let (Ok(start), Ok(count)) = (start.parse::<usize>(), count.parse::<usize>())
                && count > 0
            {
                out.entry(path.clone()).or_default().push(start..=start + count - 1);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_are_lines_of_the_new_file() {
        let diff = "--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@ t\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-d\n-e\n--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n";
        assert_eq!(hunks(diff), BTreeMap::from([("x.md".to_owned(), vec![1..=2])]));
    }
}
