//! What a change brings, as git tells.

mod hunks;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;
use passerelle::parse;
use passerelle::source::{LineSpan, Source};

use super::Stop;

/// The lines that changed, by path relative to the folder asked about, in their order.
pub(super) struct Changed(BTreeMap<String, Vec<LineSpan>>);

impl Changed {
    /// What the working tree in `folder` (default: the current one) has that its last common ancestor with `revision` has
    /// not, uncommitted and untracked files included. A file that was only renamed has not changed.
    pub fn since(revision: &str, folder: Option<&Path>) -> Result<Self, Stop> {
        let git = Git { folder: folder.unwrap_or(Path::new(".")), revision };
        let born = git.is_there()?;
        // A common ancestor, so that what others have added since is not taken for a change of ours; a history that was
        // cut off may have none.
        let ancestor = git.run(&["merge-base", "HEAD", revision])?;
        let ancestor = match ancestor.status.success() {
            true => text(&ancestor).trim().to_owned(),
            false if born => revision.to_owned(),
            false => git.told(&["hash-object", "-t", "tree", "--stdin"])?.trim().to_owned(),
        };
        let diff = git.told(&[
            "diff",
            "--relative",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--find-renames",
            "--text",
            "--unified=0",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &ancestor,
            "--",
        ])?;
        let mut changed = hunks::lines(&diff);
        let whole = LineSpan::new(1, usize::MAX);
        let new = git.told(&["ls-files", "-z", "--others", "--exclude-standard"])?;
        changed.extend(new.split_terminator('\0').map(|path| (path.to_owned(), vec![whole])));
        Ok(Self(changed))
    }

    /// The same with every entry that has a changed line changed as a whole: an answer that was taken out is a fault of
    /// the question that stands there still.
    pub fn with_entries(mut self, documents: &[Source]) -> Self {
        for document in documents {
            if let Some(lines) = self.0.get_mut(plain(&document.name)) {
                let seen: Vec<LineSpan> = lines.iter().map(|&span| filled(span, document)).collect();
                let drafts = parse::parse(document).drafts;
                let entries = drafts.iter().map(|draft| draft.lines);
                lines.extend(entries.filter(|entry| touch(&seen, *entry)));
            }
        }
        self
    }

    /// Whether anything of the document `name` changed.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(plain(name))
    }

    /// Whether the change brings a finding: it is about what changed, or it sets something else against what changed, as
    /// the duplicate of a new question does.
    pub fn brings(&self, finding: &Diagnostic) -> bool {
        let place = LineSpan::new(finding.place.line, finding.place.end_line);
        self.touches(&finding.path, place) || other(finding).is_some_and(|(path, line)| self.touches(path, line))
    }

    fn touches(&self, path: &str, lines: LineSpan) -> bool {
        self.0.get(plain(path)).is_some_and(|changed| touch(changed, lines))
    }
}

/// A name as git writes it: paths that were given on the command line may begin with `./`.
fn plain(name: &str) -> &str {
    name.trim_start_matches("./")
}

/// A gap as the last line with text before it: what was taken out after an entry was taken out of it.
fn filled(span: LineSpan, source: &Source) -> LineSpan {
    if span.start <= span.end {
        return span;
    }
    let text = |line: &usize| !source.line(*line).trim().is_empty();
    let line = (1..=span.end.min(source.line_count())).rev().find(text).unwrap_or(1);
    LineSpan::new(line, line)
}

fn touch(changed: &[LineSpan], lines: LineSpan) -> bool {
    changed.iter().any(|range| range.start <= lines.end && lines.start <= range.end)
}

/// The place in another entry that a finding mentions.
fn other(finding: &Diagnostic) -> Option<(&str, LineSpan)> {
    let value = |name: &str| finding.args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value.as_str());
    let (path, line) = match (value("other"), value("path"), value("line")) {
        (Some(other), _, _) => other.rsplit_once(':')?,
        (None, Some(path), Some(line)) => (path, line),
        _ => return None,
    };
    let line = line.parse().ok()?;
    Some((path, LineSpan::new(line, line)))
}

struct Git<'a> {
    folder: &'a Path,
    revision: &'a str,
}

impl Git<'_> {
    fn run(&self, args: &[&str]) -> Result<Output, Stop> {
        let mut command = Command::new("git");
        // Its words are told apart below.
        command.env("LC_ALL", "C").arg("-C").arg(self.folder).args(["-c", "core.quotePath=false"]).args(args);
        command.stdin(Stdio::null()).output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new("git-missing").into(),
            _ => self.failed(error.to_string()),
        })
    }

    fn failed(&self, detail: String) -> Stop {
        Failure::new("git").with("revision", self.revision).with("detail", detail).into()
    }

    /// What git prints.
    fn told(&self, args: &[&str]) -> Result<String, Stop> {
        let run = self.run(args)?;
        if run.status.success() { Ok(text(&run)) } else { Err(self.failed(complaint(&run))) }
    }

    /// Checks that there is a repository here with this revision in it; false where it is a `HEAD` that has no commit yet,
    /// before which there was nothing.
    fn is_there(&self) -> Result<bool, Stop> {
        let repository = self.run(&["rev-parse", "--is-inside-work-tree"])?;
        if !repository.status.success() {
            let complaint = complaint(&repository);
            if complaint.contains("not a git repository") {
                return Err(Failure::new("git-no-repository").at(self.folder.display().to_string()).into());
            }
            return Err(self.failed(complaint));
        }
        // A revision is never an option of git's.
        let commit = format!("{}^{{commit}}", self.revision);
        let known = !self.revision.starts_with('-')
            && self.run(&["rev-parse", "--verify", "--quiet", &commit])?.status.success();
        let unborn = || Ok::<_, Stop>(self.run(&["symbolic-ref", "--quiet", "HEAD"])?.status.success());
        match known {
            true => Ok(true),
            false if self.revision == "HEAD" && unborn()? => Ok(false),
            false => Err(Failure::new("git-revision").with("revision", self.revision).into()),
        }
    }
}

fn text(run: &Output) -> String {
    String::from_utf8_lossy(&run.stdout).into_owned()
}

fn complaint(run: &Output) -> String {
    String::from_utf8_lossy(&run.stderr).lines().next().unwrap_or_default().to_owned()
}
