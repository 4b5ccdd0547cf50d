//! The table of rules: one file and one row each; those that other stages report have a row only.

mod code_does_not_parse;
mod dangerous_html;
pub(super) mod duplicate_question;
mod image_alt;
mod label_content_mismatch;
pub(super) mod missing_answer;
mod missing_image;
mod missing_message;
mod mojibake;
mod near_duplicate_question;
mod truncated_text;
mod unclosed_fence;
mod unfenced_code;
mod unknown_concept;
mod unlabelled_fence;

use super::{Check, Rule, french};
use crate::config::Level;

/// A row: the name, the default level, what finds the findings; the page goes by the name.
macro_rules! rule {
    ($name:literal, $level:ident, $check:expr) => {
        Rule {
            name: $name,
            default: Level::$level,
            page: include_str!(concat!("../../../docs/rules/", $name, ".md")),
            check: $check,
        }
    };
}

/// Every rule, by name.
pub static RULES: &[Rule] = &[
    rule!("code-does-not-parse", Warning, Check::Document(code_does_not_parse::check)),
    rule!("dangerous-html", Error, Check::Document(dangerous_html::check)),
    rule!("duplicate-id", Error, Check::Stage),
    rule!("duplicate-question", Warning, Check::Whole(duplicate_question::check)),
    rule!("image-alt", Warning, Check::Document(image_alt::check)),
    rule!("invalid-concepts", Error, Check::Stage),
    rule!("invalid-data", Error, Check::Stage),
    rule!("invalid-id", Warning, Check::Stage),
    rule!("invalid-links", Error, Check::Stage),
    rule!("label-content-mismatch", Warning, Check::Document(code_does_not_parse::check)),
    rule!("missing-accent", Warning, Check::Document(french::check)),
    rule!("missing-accent-ambiguous", Warning, Check::Document(french::check)),
    rule!("missing-accent-real-word", Info, Check::Document(french::check)),
    rule!("missing-answer", Error, Check::Document(missing_answer::check)),
    rule!("missing-elision", Warning, Check::Document(french::check)),
    rule!("missing-image", Warning, Check::Document(missing_image::check)),
    rule!("missing-ligature", Info, Check::Document(french::check)),
    rule!("missing-message", Error, Check::Interface(missing_message::check)),
    rule!("mojibake", Error, Check::Document(mojibake::check)),
    rule!("narrow-nbsp-before-high-punctuation", Info, Check::Document(french::check)),
    rule!("near-duplicate-question", Info, Check::Whole(near_duplicate_question::check)),
    rule!("space-before-percent", Info, Check::Document(french::check)),
    rule!("stale-decision", Warning, Check::Stage),
    rule!("straight-apostrophe", Off, Check::Document(french::check)),
    rule!("straight-quotes", Info, Check::Document(french::check)),
    rule!("suppression-without-reason", Warning, Check::Stage),
    rule!("truncated-text", Error, Check::Document(truncated_text::check)),
    rule!("unclosed-fence", Error, Check::Document(unclosed_fence::check)),
    rule!("unfenced-code", Warning, Check::Document(unfenced_code::check)),
    rule!("unknown-concept", Error, Check::Document(unknown_concept::check)),
    rule!("unknown-front-matter-key", Error, Check::Stage),
    rule!("unknown-value", Error, Check::Stage),
    rule!("unlabelled-fence", Warning, Check::Document(unlabelled_fence::check)),
    rule!("unreadable-file", Error, Check::Stage),
    rule!("unused-suppression", Warning, Check::Stage),
];
