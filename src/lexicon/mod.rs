//! Which French and English words stand for each other, and how rare each is: learnt from parallel text by
//! [`train()`], read by linking.
//!
//! The lexicon compiled into the program was learnt from the public documentation that `NOTICE-lexicon.md` names. It
//! holds word statistics only, nothing of the sentences.

mod format;
mod lookup;
pub mod pairs;
mod train;

use std::sync::OnceLock;

pub use format::{Lexicon, Malformed, Translation, WEIGHTS, Word};
pub use lookup::Lookup;
pub use train::{Settings, train};

impl Lexicon {
    /// The lexicon compiled into the program.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(|| Self::parse(include_str!("builtin.txt")).expect("a test reads the built-in one"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lexicon_is_sound_and_small() {
        let text = include_str!("builtin.txt");
        let lexicon = Lexicon::parse(text).expect("it can be read");
        assert!(text.len() <= 150_000, "{} bytes", text.len());
        assert_eq!(lexicon.to_string(), text, "what is read is what was written");
        assert!(lexicon.words.len() > 2_000);
    }
}
