//! Keys of a JSON record: the one value is replaced, everything around it stays as it is written.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;
use serde_json::value::RawValue;

use super::{Edits, Spot, TextEdit, keys};
use crate::import::wanted::Wanted;

pub(super) fn alternatives(spot: &Spot<'_>, column: &'static str, wanted: &Wanted) -> Vec<Edits> {
    let Some(record) = record(spot) else { return Vec::new() };
    let ways = keys(column, wanted, |key| record.contains_key(key)).into_iter();
    ways.map(|pairs| pairs.iter().flat_map(|(key, wanted)| set(spot, &record, key, wanted)).collect::<Edits>())
        .filter(|edits| !edits.is_empty())
        .collect()
}

/// Where each value of the entry's record stands. Records without a question are none of the document's drafts.
fn record(spot: &Spot<'_>) -> Option<BTreeMap<String, Range<usize>>> {
    let text = &spot.source.text;
    let base = text.as_ptr() as usize;
    let range = |raw: &RawValue| {
        let start = raw.get().as_ptr() as usize - base;
        start..start + raw.get().len()
    };
    let places = |record: BTreeMap<String, &RawValue>| record.into_iter().map(|(key, raw)| (key, range(raw))).collect();
    // Mostly a record has lines of its own, and the rest of a large document need not be read for it.
    let lines = spot.source.raw_range(spot.draft.lines.start).start..spot.source.line_range(spot.draft.lines.end).end;
    if let Ok(record) = serde_json::from_str(text[lines].trim_end().trim_end_matches(',')) {
        return Some(places(record));
    }
    let items: Vec<&RawValue> = match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(items) => items,
        Err(_) => match serde_json::from_str::<BTreeMap<String, &RawValue>>(text) {
            Ok(outer) => match outer.get("questions").or(outer.get("entries")) {
                Some(list) => serde_json::from_str(list.get()).ok()?,
                None => vec![serde_json::from_str(text).ok()?],
            },
            Err(_) => spot.source.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
        },
    };
    let asks = |record: &BTreeMap<String, &RawValue>| {
        let question = record.get("question").and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
        question.is_some_and(|question| !question.trim().is_empty())
    };
    let records =
        items.into_iter().filter_map(|item| serde_json::from_str::<BTreeMap<String, &RawValue>>(item.get()).ok());
    records.filter(asks).nth(spot.at).map(places)
}

fn set(spot: &Spot<'_>, record: &BTreeMap<String, Range<usize>>, key: &str, wanted: &Wanted) -> Edits {
    let value = match wanted {
        Wanted::Text(text) => text.clone().map_or(Value::Null, Value::from),
        Wanted::Words(words) => Value::from(words.as_slice()),
        Wanted::Choices(choices) => {
            let choice = |(label, text, correct): &(String, String, bool)| serde_json::json!({"label": label, "text": text, "correct": correct});
            choices.iter().map(choice).collect()
        }
    };
    if let Some(range) = record.get(key) {
        return vec![TextEdit::new(range.clone(), spaced(&value, &spot.source.text[range.clone()]))];
    }
    let Some(last) = record.values().max_by_key(|range| range.end).filter(|_| value != Value::Null) else {
        return Edits::new();
    };
    // Before the last key stands what stands between any two: a space, or a line break and its indentation.
    let text = &spot.source.text;
    let key_end = text[..last.start].trim_end().trim_end_matches(':').trim_end().len();
    let key_start = text[..key_end.saturating_sub(1)].rfind('"').unwrap_or(key_end);
    let gap = &text[text[..key_start].trim_end().len()..key_start];
    vec![TextEdit::new(last.end..last.end, format!(",{gap}\"{key}\": {}", spaced(&value, "[ ")))]
}

/// A value in one line, with spaces after commas unless the old one did without.
fn spaced(value: &Value, old: &str) -> String {
    let list = value.as_array().filter(|items| items.len() > 1 && items.iter().all(Value::is_string));
    match list.filter(|_| !old.contains("\",\"")) {
        Some(items) => format!("[{}]", items.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")),
        None => value.to_string(),
    }
}
