//! Repairs for display: mojibake undone. The source and the records keep what is written.

use super::Display;
use crate::text::repair;

/// Texts to show instead of the exact ones, and whether mojibake was found.
pub struct Shown {
    /// The texts, where they differ.
    pub display: Display,
    /// Whether mojibake was undone.
    pub mojibake: bool,
}

/// A text with its mojibake undone, or `None` where it has none.
pub fn repair_text(text: &str) -> Option<String> {
    let repairs = repair(text);
    if repairs.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for repair in repairs {
        out.push_str(&text[at..repair.range.start]);
        out.push_str(&repair.text);
        at = repair.range.end;
    }
    out.push_str(&text[at..]);
    Some(out)
}

/// What to show for a question, its situation and its answer (`fenced` is the answer with missing fences put in).
pub fn repair_entry(question: &str, context: Option<&str>, answer: Option<&str>, fenced: Option<&str>) -> Shown {
    let question = repair_text(question);
    let context = context.and_then(repair_text);
    let shown = fenced.filter(|_| answer.is_some()).or(answer);
    let mended = shown.and_then(repair_text);
    let mojibake = question.is_some() || context.is_some() || mended.is_some();
    let answer = mended.or_else(|| fenced.filter(|_| answer.is_some()).map(str::to_owned));
    Shown { display: Display { question, context, answer }, mojibake }
}
