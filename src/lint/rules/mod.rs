//! The table of rules: one file and one row each; those that other stages report have a row only.

mod answer_only_in_code_fence;
mod answer_too_long;
mod answer_too_short;
mod broken_paragraph;
mod code_differs_between_languages;
mod code_does_not_parse;
mod code_line_too_long;
pub(super) mod copy_not_translated;
mod cross_language_counterpart_unlinked;
mod dangerous_html;
mod duplicate_heading;
pub(super) mod duplicate_question;
mod heading_not_marked_up;
mod id_differs_from_file_name;
mod image_alt;
mod inconsistent_label_punctuation;
mod invalid_message;
mod invisible_or_bidi_control;
mod label_content_mismatch;
mod label_language_mismatch;
mod lang_differs_from_folder;
mod list_marker_artefact;
mod markdown_swallowed_by_html_block;
mod message_typography;
pub(super) mod missing_answer;
mod missing_counterpart;
mod missing_final_newline;
mod missing_front_matter;
mod missing_h1;
mod missing_image;
mod missing_message;
mod missing_question_mark;
mod mojibake;
mod multiple_blank_lines;
mod near_duplicate_question;
mod non_reserved_example_domain;
mod not_nfc;
mod numbering;
mod private_use_character;
mod question_is_a_topic;
mod question_repeated;
mod question_too_long;
mod secret_like_literal;
mod several_questions_in_one_entry;
mod smart_quotes_in_code;
mod structure_differs;
mod trailing_whitespace;
mod truncated_text;
mod unclosed_fence;
mod unfenced_code;
mod unknown_code_language;
mod unknown_concept;
mod unlabelled_fence;
mod untranslated_message;

use super::{Check, Rule, french, markup, wording};
use crate::config::Level;

/// A row: the name, the default level, what finds the findings; the page goes by the name.
macro_rules! rule {
    ($name:literal, $level:ident, $check:expr) => {
        rule!($name, $level, $check, &[])
    };
    ($name:literal, $level:ident, $check:expr, $mild:expr) => {
        Rule {
            name: $name,
            default: Level::$level,
            mild: $mild,
            page: include_str!(concat!("../../../docs/rules/", $name, ".md")),
            check: $check,
        }
    };
}

/// Every rule, by name.
pub static RULES: &[Rule] = &[
    rule!("answer-only-in-code-fence", Off, Check::Document(answer_only_in_code_fence::check)),
    rule!("answer-too-long", Off, Check::Document(answer_too_long::check)),
    rule!("answer-too-short", Warning, Check::Document(answer_too_short::check)),
    rule!("bare-url", Off, Check::Document(markup::check)),
    rule!("broken-anchor", Error, Check::Whole(markup::broken_link::check_anchors)),
    rule!("broken-internal-link", Error, Check::Whole(markup::broken_link::check)),
    rule!("broken-paragraph", Warning, Check::Document(broken_paragraph::check)),
    rule!("code-differs-between-languages", Off, Check::Collection(code_differs_between_languages::check)),
    rule!("code-does-not-parse", Warning, Check::Document(code_does_not_parse::check)),
    rule!("code-line-too-long", Off, Check::Document(code_line_too_long::check)),
    rule!("copy-not-translated", Error, Check::Whole(copy_not_translated::check)),
    rule!("cross-language-counterpart-unlinked", Off, Check::Collection(cross_language_counterpart_unlinked::check)),
    rule!("dangerous-html", Error, Check::Document(dangerous_html::check)),
    rule!("duplicate-heading", Warning, Check::Document(duplicate_heading::check)),
    rule!("duplicate-id", Error, Check::Stage),
    rule!("duplicate-label", Warning, Check::Stage),
    rule!("duplicate-question", Warning, Check::Whole(duplicate_question::check)),
    rule!("forbidden-term", Warning, Check::Document(wording::forbidden_term::check)),
    rule!("heading-not-marked-up", Off, Check::Document(heading_not_marked_up::check)),
    rule!("html-element-not-allowed", Off, Check::Document(markup::check)),
    rule!("id-differs-from-file-name", Off, Check::Document(id_differs_from_file_name::check)),
    rule!("image-alt", Warning, Check::Document(image_alt::check)),
    rule!("inconsistent-label-punctuation", Off, Check::Document(inconsistent_label_punctuation::check)),
    rule!("inconsistent-term", Off, Check::Document(wording::inconsistent_term::check)),
    rule!("invalid-concepts", Error, Check::Stage),
    rule!("invalid-data", Error, Check::Stage),
    rule!("invalid-id", Warning, Check::Stage),
    rule!("invalid-links", Error, Check::Stage),
    rule!("invalid-message", Error, Check::Interface(invalid_message::check)),
    rule!("invisible-or-bidi-control", Error, Check::Document(invisible_or_bidi_control::check)),
    rule!("label-content-mismatch", Warning, Check::Document(code_does_not_parse::check)),
    rule!("label-language-mismatch", Warning, Check::Document(label_language_mismatch::check)),
    rule!("lang-differs-from-folder", Info, Check::Document(lang_differs_from_folder::check)),
    rule!("list-marker-artefact", Warning, Check::Document(list_marker_artefact::check)),
    rule!("markdown-swallowed-by-html-block", Warning, Check::Document(markdown_swallowed_by_html_block::check)),
    rule!("message-typography", Warning, Check::Interface(message_typography::check)),
    rule!("missing-accent", Warning, Check::Document(french::check)),
    rule!("missing-accent-ambiguous", Warning, Check::Document(french::check)),
    rule!("missing-accent-real-word", Info, Check::Document(french::check)),
    rule!("missing-answer", Error, Check::Document(missing_answer::check)),
    rule!("missing-counterpart", Off, Check::Collection(missing_counterpart::check)),
    rule!("missing-elision", Warning, Check::Document(french::check)),
    rule!("missing-final-newline", Off, Check::Document(missing_final_newline::check)),
    rule!("missing-front-matter", Off, Check::Document(missing_front_matter::check)),
    rule!("missing-h1", Off, Check::Document(missing_h1::check)),
    rule!("missing-image", Warning, Check::Document(missing_image::check)),
    rule!("missing-label", Warning, Check::Stage),
    rule!("missing-ligature", Info, Check::Document(french::check)),
    rule!("missing-message", Error, Check::Interface(missing_message::check)),
    rule!("missing-question-mark", Info, Check::Document(missing_question_mark::check)),
    rule!("mixed-language-heading", Off, Check::Document(wording::mixed_language_heading::check)),
    rule!("mojibake", Error, Check::Document(mojibake::check)),
    rule!("multiple-blank-lines", Off, Check::Document(multiple_blank_lines::check)),
    rule!("narrow-nbsp-before-high-punctuation", Info, Check::Document(french::check)),
    rule!("near-duplicate-question", Info, Check::Whole(near_duplicate_question::check)),
    rule!("non-reserved-example-domain", Info, Check::Document(non_reserved_example_domain::check)),
    rule!("not-nfc", Warning, Check::Document(not_nfc::check)),
    rule!("numbering", Warning, Check::Document(numbering::check)),
    rule!("private-use-character", Warning, Check::Document(private_use_character::check)),
    rule!("promotional-or-shortened-link", Warning, Check::Document(markup::check)),
    rule!("question-is-a-topic", Off, Check::Document(question_is_a_topic::check)),
    rule!("question-repeated", Off, Check::Document(question_repeated::check)),
    rule!("question-too-long", Off, Check::Document(question_too_long::check)),
    rule!("secret-like-literal", Error, Check::Document(secret_like_literal::check)),
    rule!("several-questions-in-one-entry", Info, Check::Document(several_questions_in_one_entry::check)),
    rule!("smart-quotes-in-code", Warning, Check::Document(smart_quotes_in_code::check)),
    rule!("space-before-percent", Info, Check::Document(french::check)),
    rule!("stale-decision", Warning, Check::Stage),
    rule!("stale-translation", Warning, Check::Stage),
    rule!("straight-apostrophe", Off, Check::Document(french::check)),
    rule!("straight-quotes", Info, Check::Document(french::check)),
    rule!("structure-differs", Off, Check::Collection(structure_differs::check)),
    rule!("suppression-without-reason", Warning, Check::Stage),
    rule!("technical-term-spelling", Warning, Check::Whole(wording::technical_term_spelling::check)),
    rule!("trailing-whitespace", Off, Check::Document(trailing_whitespace::check)),
    rule!("truncated-text", Error, Check::Document(truncated_text::check)),
    rule!("unclosed-fence", Error, Check::Document(unclosed_fence::check)),
    rule!("unescaped-angle-in-prose", Warning, Check::Document(markup::check)),
    rule!("unfenced-code", Warning, Check::Document(unfenced_code::check)),
    rule!("unknown-code-language", Warning, Check::Document(unknown_code_language::check)),
    rule!("unknown-concept", Error, Check::Document(unknown_concept::check)),
    rule!("unknown-front-matter-key", Error, Check::Stage),
    rule!("unknown-value", Error, Check::Stage, &["language"]),
    rule!("unlabelled-fence", Warning, Check::Document(unlabelled_fence::check)),
    rule!("unreadable-file", Error, Check::Stage),
    rule!("untranslated-message", Info, Check::Interface(untranslated_message::check)),
    rule!("unused-suppression", Warning, Check::Stage),
    rule!("wrong-language", Error, Check::Document(wording::wrong_language::check)),
];
