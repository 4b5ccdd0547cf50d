//! `wrong-language`: a question that is in the other language than its record, its folder or its own answer says.

use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::lint::speech::Speech;
use crate::lint::{Context, Document, Reading};
use crate::normalise::Entry;
use crate::parse::FieldName;

/// Function words by which one language must outvote the other: terms and names are English in every language.
const MARGIN: f64 = 6.0;
/// The margin of each part: of a question against its own answer, as it has few words, and of an answer at least.
const SHORT: f64 = 3.0;

pub(in crate::lint) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let entries = context.entries(document).iter().zip(document.speech());
    out.extend(entries.filter_map(|(entry, speech)| about(document, entry, speech)));
}

fn about(document: &Document, entry: &Entry, speech: &Speech) -> Option<Diagnostic> {
    // A title alone says little: `Cache write-through vs write-back ?` is in either language.
    let (question, answer) = (speech.question, speech.answer.as_ref()?.balance);
    let finding = || document.finding("wrong-language", document.question_place(entry));
    let field = document.draft(entry).and_then(|draft| draft.field(FieldName::Lang));
    let said = field.and_then(|field| Lang::from_code(&field.value));
    let found = voted(question + answer, MARGIN).filter(|found| voted(answer, SHORT) == Some(*found));
    let expected = said.or_else(|| folder(&document.source.name));
    if let (Some(expected), Some(found)) = (expected, found.filter(|found| Some(*found) != expected)) {
        let finding = finding().with("expected", expected.code()).with("found", found.code());
        return Some(if said.is_some() { finding } else { finding.variant("folder") });
    }
    let (asked, answered) = (voted(question, SHORT)?, voted(answer, MARGIN)?);
    (asked != answered)
        .then(|| finding().variant("answer").with("expected", asked.code()).with("found", answered.code()))
}

/// The language that outvotes the other by so many words.
fn voted(balance: f64, margin: f64) -> Option<Lang> {
    match balance {
        votes if votes >= margin => Some(Lang::Fr),
        votes if votes <= -margin => Some(Lang::En),
        _ => None,
    }
}

/// The language that the innermost folder of a path is named after.
pub(in crate::lint) fn folder(path: &str) -> Option<Lang> {
    let folders = path.rsplit('/').skip(1);
    folders.into_iter().find_map(|name| Lang::ALL.into_iter().find(|lang| lang.code() == name))
}
