//! Words: folding, tokens, stems, stop words, language. Shared by parsing, linking, lint and search.

mod fold;
pub mod french;
mod harmless;
mod language;
mod mojibake;
mod nearest;
mod slug;
mod stem;
mod tokens;

pub use fold::{FOLDED, fold, fold_char};
pub use harmless::harmless;
pub use language::{Verdict, balance, detect, detect_with_prior, words_balance};
pub use mojibake::{Repair, control_shown, repair};
pub use nearest::nearest;
pub use slug::slug;
pub use stem::{SUFFIXES, stem};
pub use tokens::{ELISIONS, STOP_WORDS, is_stop_word, tokens};
