//! Levels: in the words that the document already uses.

use super::{Edits, Spot, TextEdit};
use crate::normalise::level;
use crate::parse::{Field, FieldName};
use crate::text::fold;

/// Words for the three levels that go together, lowest first.
const SCALES: [[&str; 3]; 8] = [
    ["beginner", "intermediate", "advanced"],
    ["easy", "medium", "hard"],
    ["basic", "moderate", "difficult"],
    ["junior", "mid", "senior"],
    ["débutant", "intermédiaire", "avancé"],
    ["debutant", "intermediaire", "avance"],
    ["facile", "moyen", "difficile"],
    ["junior", "confirmé", "senior"],
];

/// Signs that say the level too.
const SIGNS: [char; 3] = ['🟢', '🟡', '🔴'];

/// Another level in the stead of the one that stands in a field.
pub(super) fn alternatives(spot: &Spot<'_>, field: &Field, wanted: &str) -> Vec<Edits> {
    let [piece] = &field.pieces[..] else { return Vec::new() };
    let Some(rank) = SCALES[0].iter().position(|word| *word == wanted) else { return Vec::new() };
    let text = &spot.source.text[piece.clone()];
    let Some((at, word)) = words(text).find(|(_, word)| level(word).is_some()) else { return Vec::new() };
    let old = words_of_document(spot);
    let likely = SCALES.iter().filter(|scale| scale.contains(&word.to_lowercase().as_str()));
    // A word can be of two scales: the one that has most of the document's words is meant.
    let best = likely.max_by_key(|scale| scale.iter().filter(|word| old.contains(&(**word).to_owned())).count());
    let french = || SCALES[4..].iter().any(|scale| scale.iter().any(|known| fold(word).starts_with(&fold(known))));
    let scale = best.unwrap_or(if french() { &SCALES[4] } else { &SCALES[0] });
    let mut edits = vec![TextEdit::new(piece.start + at..piece.start + at + word.len(), cased(scale[rank], word))];
    if let Some((at, sign)) = text.char_indices().find(|(_, c)| SIGNS.contains(c)) {
        edits.insert(0, TextEdit::new(piece.start + at..piece.start + at + sign.len_utf8(), SIGNS[rank].to_string()));
    }
    vec![edits]
}

/// Runs of letters with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(move |w| (w.as_ptr() as usize - start, w))
}

/// The words for levels that the document's questions have.
fn words_of_document(spot: &Spot<'_>) -> Vec<String> {
    let values = spot.parsed.drafts.iter().filter_map(|draft| draft.value(FieldName::Difficulty));
    values.flat_map(|value| words(value).map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>()).collect()
}

/// `word` with a capital, or in capitals, where `like` has them.
fn cased(word: &str, like: &str) -> String {
    if like.chars().count() > 1 && like.chars().all(char::is_uppercase) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if like.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}
