//! The note type: its fields, its templates and its style sheet.
//!
//! Fields and templates have ids of their own and are never added, removed or put in another order: Anki would see another
//! note type and stop updating. Three spare fields and a spare template wait for what comes later; a spare may be renamed.

use serde_json::{Value, json};

use super::ids;
use crate::i18n::{self, Lang};

/// The fields of a note, in the order that is fixed for ever.
pub const FIELDS: [&str; 16] = [
    "Id",
    "Question",
    "Answer",
    "KeyPoints",
    "Hint",
    "OtherQuestion",
    "OtherAnswer",
    "Lang",
    "Topic",
    "Level",
    "Concepts",
    "Source",
    "Retired",
    "Spare1",
    "Spare2",
    "Spare3",
];

/// The field that the browser shows and sorts by: `Question`.
pub const SORT_FIELD: usize = 1;

/// When the templates or the style sheet were last changed, in Unix seconds: Anki takes them only when this is newer than
/// what the learner has. A test holds it together with [`appearance`].
pub const CHANGED: i64 = 1_767_225_600;

const CSS: &str = include_str!("card.css");

const FRONT: &str = r#"<article class="entry mathjax_ignore tex2jax_ignore" lang="{{Lang}}">
<p class="place">{{Topic}}{{#Level}} · {{Level}}{{/Level}}</p>
{{#Retired}}<p class="retired">{{Retired}}</p>{{/Retired}}
<div class="question">{{Question}}</div>
{{#Hint}}<details class="hint"><summary>HINT</summary>{{Hint}}</details>{{/Hint}}
</article>"#;

const BACK: &str = r#"{{FrontSide}}
<hr id="answer">
<article class="entry mathjax_ignore tex2jax_ignore" lang="{{Lang}}">
{{#KeyPoints}}<div class="key-points">{{KeyPoints}}</div>{{/KeyPoints}}
<div class="answer">{{Answer}}</div>
{{#OtherQuestion}}<details class="other"><summary>{{OtherQuestion}}</summary>{{OtherAnswer}}</details>{{/OtherQuestion}}
<footer>{{#Concepts}}<p>{{Concepts}}</p>{{/Concepts}}<p>{{Source}}</p></footer>
</article>"#;

const SPARE_FRONT: &str = r#"{{#Spare3}}<article class="entry" lang="{{Lang}}">{{Spare3}}</article>{{/Spare3}}"#;

/// The note type named `name` as Anki's schema 11 has it, its ids derived from `seed`.
pub fn note_type(id: i64, name: &str, seed: &str) -> Value {
    let field = |(ord, name): (usize, &&str)| {
        json!({
            "id": ids::number(&[seed, "field", &ord.to_string()]), "name": name, "ord": ord, "font": "Arial", "size": 20,
            "sticky": false, "rtl": false, "plainText": false, "collapsed": ord > 2, "excludeFromSearch": false,
            "description": "", "media": [], "tag": null, "preventDeletion": false,
        })
    };
    let template = |(ord, (name, front, back)): (usize, &(&str, String, &str))| {
        json!({
            "id": ids::number(&[seed, "template", &ord.to_string()]), "name": name, "ord": ord, "qfmt": front, "afmt": back,
            "bqfmt": "", "bafmt": "", "bfont": "", "bsize": 0, "did": null,
        })
    };
    json!({
        "id": id, "name": name, "type": 0, "mod": CHANGED, "usn": 0, "sortf": SORT_FIELD, "did": null,
        "flds": FIELDS.iter().enumerate().map(field).collect::<Vec<_>>(),
        "tmpls": templates().iter().enumerate().map(template).collect::<Vec<_>>(),
        "css": CSS, "latexPre": "", "latexPost": "", "latexsvg": false, "tags": [], "vers": [],
        "req": [[0, "any", [SORT_FIELD]], [1, "any", [FIELDS.len() - 1]]],
    })
}

fn templates() -> [(&'static str, String, &'static str); 2] {
    // One template serves both languages; the style sheet hides the word of the other one.
    let hint: String = Lang::ALL
        .iter()
        .map(|&lang| format!("<span lang=\"{}\">{}</span>", lang.code(), i18n::text(lang, "export-anki-hint", &[])))
        .collect();
    [("Question", FRONT.replace("HINT", &hint), BACK), ("Spare", SPARE_FRONT.to_owned(), "{{FrontSide}}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_appearance_has_a_new_time() {
        let [question, spare] = templates();
        let all = [question.1.as_str(), question.2, spare.1.as_str(), spare.2, CSS].join("\n");
        let known = (CHANGED, &blake3::hash(all.as_bytes()).to_hex()[..16]);
        assert_eq!(known, (1_767_225_600, "d75514521df8cd05"), "set CHANGED to the time of the release, then this");
    }
}
