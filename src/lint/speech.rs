//! What an entry says, in words: without code, addresses and markup.

use super::french::prose::spoken;
use crate::link::word_hash;
use crate::normalise::Entry;
use crate::text::{balance, fold, tokens, words_balance};

/// The words of an entry.
pub(in crate::lint) struct Speech {
    /// How many more function words of French than of English its question has, the text before it included.
    pub question: f64,
    /// What its answer says, where it has one.
    pub answer: Option<Answer>,
}

/// The words of an answer.
pub(in crate::lint) struct Answer {
    /// How many more function words of French than of English it has.
    pub balance: f64,
    /// Its words, folded, as numbers, in their order.
    pub words: Vec<u32>,
}

impl Speech {
    /// What `entry` says.
    pub fn of(entry: &Entry) -> Self {
        let asked = |text: &str| balance(&spoken(text));
        let question = asked(&entry.question) + entry.context.as_deref().map_or(0.0, asked);
        Self { question, answer: entry.answer.as_deref().map(Answer::of) }
    }
}

impl Answer {
    fn of(answer: &str) -> Self {
        let text = spoken(answer);
        let folded = fold(&text);
        let words = tokens(&folded);
        let balance = words_balance(&text, &folded, &words);
        Self { balance, words: words.into_iter().map(|(_, word)| word_hash("", word) as u32).collect() }
    }
}
