//! Note types: fields, templates and style sheet.
//!
//! Fields and templates have ids of their own and are never added, removed or put in another order: Anki would see another
//! note type and stop updating. Spare fields and a spare template wait for what comes later; a spare may be renamed.

use serde_json::{Map, Value, json};

use super::protobuf::Message;
use super::{Cards, ids};
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

/// The fields of a term of the glossary.
pub(super) const TERM_FIELDS: [&str; 12] = [
    "Id",
    "Term",
    "Definition",
    "AlsoCalled",
    "OtherTerm",
    "OtherDefinition",
    "Lang",
    "Source",
    "Retired",
    "Spare1",
    "Spare2",
    "Spare3",
];

/// The fields of a definition with gaps.
pub(super) const CLOZE_FIELDS: [&str; 8] = ["Id", "Text", "Lang", "Source", "Retired", "Spare1", "Spare2", "Spare3"];

/// When the templates or the style sheet were last changed, in Unix seconds: Anki takes them only when this is newer than
/// what the learner has. A test holds it together with what they look like.
pub const CHANGED: i64 = 1_795_132_800;

const CSS: &str = include_str!("card.css");

/// What every side of a card is in. Formulas are not looked for: `\(` in an answer is what its author wrote.
const OPEN: &str = r#"<article class="entry mathjax_ignore tex2jax_ignore" lang="{{Lang}}">"#;

const RETIRED: &str = r#"{{#Retired}}<p class="retired">{{Retired}}</p>{{/Retired}}"#;

const FRONT: &str = r#"<p class="place">{{Topic}}{{#Level}} · {{Level}}{{/Level}}</p>
RETIRED
<div class="question">{{Question}}</div>
{{#Hint}}<details class="hint"><summary>HINT</summary>{{Hint}}</details>{{/Hint}}"#;

const BACK: &str = r#"{{#KeyPoints}}<section class="key-points"><p class="name">KEYPOINTS</p>{{KeyPoints}}</section>{{/KeyPoints}}
<div class="answer">{{Answer}}</div>
{{#OtherQuestion}}<details class="other"><summary>{{OtherQuestion}}</summary>{{OtherAnswer}}</details>{{/OtherQuestion}}
<footer>{{#Concepts}}<p>{{Concepts}}</p>{{/Concepts}}<p>{{Source}}</p></footer>"#;

// The field itself stands outside of the conditions: when a field is renamed, Anki of 2023 adds the first field to a front
// that has none there, and every note gets a card of it.
const SPARE_FRONT: &str = "{{#Spare3}}OPEN{{/Spare3}}{{Spare3}}{{#Spare3}}</article>{{/Spare3}}";

const TERM: &str = r#"RETIRED<div class="question">{{Term}}</div>"#;
const TERM_BACK: &str = r#"<div class="answer">{{Definition}}</div>TERM_FOOT"#;
const DEFINITION: &str = r#"{{#Definition}}OPEN
RETIRED<div class="answer">{{/Definition}}{{Definition}}{{#Definition}}</div>
</article>{{/Definition}}"#;
const DEFINITION_BACK: &str = r#"<div class="question">{{Term}}</div>TERM_FOOT"#;
const TERM_FOOT: &str = r#"
{{#AlsoCalled}}<p class="place">{{AlsoCalled}}</p>{{/AlsoCalled}}
{{#OtherTerm}}<details class="other"><summary>{{OtherTerm}}</summary>{{OtherDefinition}}</details>{{/OtherTerm}}
<footer>{{Source}}</footer>"#;

const CLOZE: &str = r#"OPEN
RETIRED<div class="cloze-text">{{cloze:Text}}</div>
FOOT</article>"#;

/// A note type, before it has ids.
#[derive(Debug, Clone)]
pub struct NoteType {
    /// What its id is derived from, with the seed.
    pub key: &'static str,
    /// What learners see it called.
    pub name: String,
    /// Whether its cards are the gaps of a text.
    pub cloze: bool,
    /// The field that the browser shows and sorts by.
    pub sort_field: usize,
    /// When its looks last changed, in Unix seconds.
    pub changed: i64,
    fields: &'static [&'static str],
    /// Name, front and back.
    templates: Vec<(&'static str, String, String)>,
}

impl NoteType {
    /// The note type of these cards, in the collection whose top deck is `deck`.
    pub fn new(cards: Cards, deck: &str) -> Self {
        let back = |text: &str| format!("{{{{FrontSide}}}}\n<hr id=\"answer\">\n{}", whole(text));
        let spare = ("Spare", filled(SPARE_FRONT), "{{FrontSide}}".to_owned());
        let (key, name, fields, templates): (_, _, &[&str], _) = match cards {
            Cards::Questions => {
                let templates = vec![("Question", whole(FRONT), back(BACK)), spare];
                ("note type", format!("{deck} (Passerelle)"), &FIELDS, templates)
            }
            Cards::Terms => {
                let templates = vec![
                    ("Term", whole(TERM), back(TERM_BACK)),
                    ("Definition", filled(DEFINITION), back(DEFINITION_BACK)),
                    spare,
                ];
                ("term note type", format!("{deck} (Passerelle, glossary)"), &TERM_FIELDS, templates)
            }
            Cards::Cloze => {
                let front = filled(CLOZE).replace("FOOT", "");
                let back = filled(CLOZE).replace("FOOT", "<footer>{{Source}}</footer>\n");
                ("cloze note type", format!("{deck} (Passerelle, gaps)"), &CLOZE_FIELDS, vec![("Cloze", front, back)])
            }
        };
        Self { key, name, cloze: cards == Cards::Cloze, sort_field: 1, changed: CHANGED, fields, templates }
    }

    /// Whether it is that of the questions, whose ids were there first.
    pub fn is_first(&self) -> bool {
        self.key == "note type"
    }

    /// The names of its fields, in their order.
    pub fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    /// As schema 11 has it: an object of note types by id.
    pub fn json(&self, id: i64, seed: &str) -> Value {
        let field = |(ord, name): (usize, &&str)| {
            json!({
                "id": self.field_id(seed, ord), "name": name, "ord": ord, "font": "Arial", "size": 20,
                "sticky": false, "rtl": false, "plainText": false, "collapsed": ord > 2, "excludeFromSearch": false,
                "description": "", "media": [], "tag": null, "preventDeletion": false,
            })
        };
        let template = |(ord, (name, front, back)): (usize, &(&str, String, String))| {
            json!({
                "id": self.template_id(seed, ord), "name": name, "ord": ord, "qfmt": front, "afmt": back,
                "bqfmt": "", "bafmt": "", "bfont": "", "bsize": 0, "did": null,
            })
        };
        let requirements: Vec<Value> = self.requirements().map(|(ord, field)| json!([ord, "any", [field]])).collect();
        let all = json!({
            "id": id, "name": self.name, "type": i64::from(self.cloze), "mod": self.changed, "usn": 0,
            "sortf": self.sort_field, "did": null,
            "flds": self.fields.iter().enumerate().map(field).collect::<Vec<_>>(),
            "tmpls": self.templates.iter().enumerate().map(template).collect::<Vec<_>>(),
            "css": CSS, "latexPre": "", "latexPost": "", "latexsvg": false, "tags": [], "vers": [], "req": requirements,
        });
        Value::Object(Map::from_iter([(id.to_string(), all)]))
    }

    /// Its settings as schema 18 has them.
    pub fn message(&self) -> Vec<u8> {
        let config = Message::new().number(1, i64::from(self.cloze)).number(2, self.sort_field as i64).text(3, CSS);
        let requirement = |(ord, field): (usize, usize)| {
            // `any` of the fields.
            Message::new().number(1, ord as i64).number(2, 1).bytes(3, &[field as u8]).done()
        };
        self.requirements().map(requirement).fold(config, |config, one| config.bytes(8, &one)).done()
    }

    /// Its fields as schema 18 has them: name and settings.
    pub fn field_messages(&self, seed: &str) -> Vec<(String, Vec<u8>)> {
        let settings = |ord: usize| {
            let config = Message::new().text(3, "Arial").number(4, 20).number(7, i64::from(ord > 2));
            config.number(9, self.field_id(seed, ord)).done()
        };
        (0..).zip(self.fields).map(|(ord, name)| ((*name).to_owned(), settings(ord))).collect()
    }

    /// Its templates as schema 18 has them: name and settings.
    pub fn template_messages(&self, seed: &str) -> Vec<(String, Vec<u8>)> {
        let settings = |ord: usize, front: &str, back: &str| {
            Message::new().text(1, front).text(2, back).number(8, self.template_id(seed, ord)).done()
        };
        let each = self.templates.iter().enumerate();
        each.map(|(ord, (name, front, back))| ((*name).to_owned(), settings(ord, front, back))).collect()
    }

    fn field_id(&self, seed: &str, ord: usize) -> i64 {
        self.part_id(seed, "field", ord)
    }

    fn template_id(&self, seed: &str, ord: usize) -> i64 {
        self.part_id(seed, "template", ord)
    }

    fn part_id(&self, seed: &str, part: &str, ord: usize) -> i64 {
        let number = ord.to_string();
        let parts = [seed, part, &number, self.key];
        ids::number(if self.is_first() { &parts[..3] } else { &parts })
    }

    /// The field that each template needs to make a card.
    fn requirements(&self) -> impl Iterator<Item = (usize, usize)> {
        let (last, cloze) = (self.templates.len() - 1, self.cloze);
        let field = move |ord: usize| if ord == last { self.fields.len() - 1 } else { ord + 1 };
        (0..self.templates.len()).filter(move |_| !cloze).map(move |ord| (ord, field(ord)))
    }
}

/// A side of a card in its language.
fn whole(text: &str) -> String {
    filled(&format!("OPEN\n{text}\n</article>"))
}

/// A template with the parts that several share.
fn filled(text: &str) -> String {
    // One template serves both languages; the style sheet hides the word of the other one.
    let word = |key: &str| -> String {
        Lang::ALL
            .iter()
            .map(|&lang| format!("<span class=\"word\" lang=\"{}\">{}</span>", lang.code(), i18n::text(lang, key, &[])))
            .collect()
    };
    text.replace("TERM_FOOT", TERM_FOOT)
        .replace("RETIRED", RETIRED)
        .replace("KEYPOINTS", &word("export-anki-key-points"))
        .replace("HINT", &word("export-anki-hint"))
        .replace("OPEN", OPEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_appearance_has_a_new_time() {
        let mut all = CSS.to_owned();
        for cards in [Cards::Questions, Cards::Terms, Cards::Cloze] {
            for (name, front, back) in NoteType::new(cards, "").templates {
                all += &[name, &front, &back].join("\n");
            }
        }
        let known = (CHANGED, &blake3::hash(all.as_bytes()).to_hex()[..16]);
        assert_eq!(known, (1_795_132_800, "80bd2d278c30b25a"), "set CHANGED to the time of the release, then this");
    }
}
