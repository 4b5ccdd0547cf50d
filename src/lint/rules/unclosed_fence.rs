//! `unclosed-fence`: a fence that is not closed where its code ends, so that it takes in what follows.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for &line in &document.parsed.open_fences {
        let finding = document.finding("unclosed-fence", document.line_place(line));
        let end = document.parsed.drafts.iter().flat_map(|draft| &draft.code).find(|code| code.lines.start == line);
        out.push(match end {
            Some(code) => {
                let opening = document.source.line(line);
                let indent = &opening[..opening.len() - opening.trim_start().len()];
                let mark = opening.trim_start().chars().next().unwrap_or('`');
                let fence: String = opening.trim_start().chars().take_while(|&c| c == mark).collect();
                // The blank lines before what follows belong to what follows.
                let blank = |&line: &usize| document.source.line(line).trim().is_empty();
                let trailing = (line + 1..=code.lines.end).rev().take_while(blank).count();
                let before = code.lines.end + 1 - trailing;
                let edit = Edit::insert_line(&document.source, before, &format!("{indent}{fence}"));
                finding.fix(Fix::unsafe_(vec![edit]))
            }
            None => finding,
        });
    }
}
