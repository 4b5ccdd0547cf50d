//! Made-up questions in both languages for linking: twins that say the same in words of the built-in lexicon and in names
//! that both languages share.
//!
//! Words are drawn by Zipf's law, as in real text, so that some are everywhere and most are rare; names grow in number with
//! the collection.

use passerelle::lexicon::Lexicon;
use passerelle::lexicon::pairs::Pair;
use passerelle::source::Source;

use super::numbers::{Numbers, SYLLABLES};

const TURNS: [(&str, &str); 10] = [
    ("Comment {0} protège-t-il {1} de {2}", "How does {0} protect {1} from {2}"),
    ("Quelle est la différence entre {0} et {1} pour {2}", "What is the difference between {0} and {1} for {2}"),
    ("Pourquoi {0} a-t-il besoin de {1} et de {2}", "Why does {0} need {1} and {2}"),
    ("Quand faut-il préférer {0} à {1} avec {2}", "When should {0} be preferred to {1} with {2}"),
    ("Que se passe-t-il si {0} perd {1} pendant {2}", "What happens when {0} loses {1} during {2}"),
    ("Expliquez {0} sans {1} ni {2}", "Explain {0} without {1} or {2}"),
    ("Comment mesurer {0} quand {1} dépend de {2}", "How is {0} measured when {1} depends on {2}"),
    ("À quoi sert {0} dans {1} ou {2}", "What is {0} for in {1} or {2}"),
    ("Quelles limites {0} impose-t-il à {1} et à {2}", "Which limits does {0} put on {1} and {2}"),
    ("Comment tester {0} derrière {1} et {2}", "How would you test {0} behind {1} and {2}"),
];
const SENTENCES: [(&str, &str); 4] = [
    ("Il faut que {0} reste devant {1}, sinon {2} attend.", "It is {0} that stays before {1}, or else {2} waits."),
    ("Avec {0}, on garde {1} et on évite {2}.", "With {0} one keeps {1} and avoids {2}."),
    ("Le coût de {0} vient de {1} plus que de {2}.", "The cost of {0} comes from {1} more than from {2}."),
    ("Sans {0}, ni {1} ni {2} ne suffisent.", "Without {0}, neither {1} nor {2} is enough."),
];

/// The words that a collection is made of.
struct Vocabulary {
    words: Vec<(String, String)>,
    names: usize,
}

impl Vocabulary {
    fn new(names: usize) -> Self {
        let ordinary = |stem: &str| stem.len() > 3 && stem.chars().all(char::is_alphabetic);
        let mut words: Vec<(u64, String, String)> = Lexicon::builtin()
            .words
            .iter()
            .filter_map(|(word, translations)| {
                let other = &translations.first()?.word.stem;
                let key = word.stem.bytes().fold(7, |key, byte| Numbers(key ^ u64::from(byte)).next());
                (ordinary(&word.stem) && ordinary(other)).then(|| (key, word.stem.clone(), other.clone()))
            })
            .collect();
        // The lexicon is in alphabetical order; what is frequent is not.
        words.sort();
        Self { words: words.into_iter().map(|(_, fr, en)| (fr, en)).collect(), names: names.max(20) }
    }

    fn draw(&self, numbers: &mut Numbers) -> (String, String) {
        if numbers.below(5) == 0 {
            let mut key = Numbers(numbers.rank(self.names) as u64);
            let name: String = (0..4).map(|_| SYLLABLES[key.below(SYLLABLES.len())]).collect();
            return (name.clone(), name);
        }
        self.words[numbers.rank(self.words.len())].clone()
    }
}

fn filled(turn: (&str, &str), words: &[(String, String)]) -> (String, String) {
    let fill = |text: &str, of: fn(&(String, String)) -> &String| {
        words.iter().enumerate().fold(text.to_owned(), |text, (at, pair)| text.replace(&format!("{{{at}}}"), of(pair)))
    };
    (fill(turn.0, |pair| &pair.0), fill(turn.1, |pair| &pair.1))
}

/// The question and the answer of a twin, each in French and in English.
fn twin(vocabulary: &Vocabulary, number: usize) -> [(String, String); 2] {
    let mut numbers = Numbers(number as u64);
    let subject: Vec<_> = (0..3).map(|_| vocabulary.draw(&mut numbers)).collect();
    let question = filled(TURNS[numbers.below(TURNS.len())], &subject);
    let mut answer = (String::new(), String::new());
    for at in 0..6 {
        let own = vocabulary.draw(&mut numbers);
        // Two people answer: half of what they bring in is the same.
        let fr = vocabulary.draw(&mut numbers).0;
        let en = vocabulary.draw(&mut numbers).1;
        let words = [subject[at % 3].clone(), own, (fr, en)];
        let said = filled(SENTENCES[numbers.below(SENTENCES.len())], &words);
        answer.0 += &(said.0 + " ");
        answer.1 += &(said.1 + " ");
    }
    [question, answer]
}

/// `count` French and `count` English questions with answers, 500 a document.
pub fn questions(count: usize) -> Vec<Source> {
    let vocabulary = Vocabulary::new(count / 4);
    let mut out = Vec::new();
    for start in (0..count).step_by(500) {
        let mut both = [String::new(), String::new()];
        for number in start..(start + 500).min(count) {
            let [question, answer] = twin(&vocabulary, number);
            let record = |id: &str, lang: &str, question: &str, answer: &str| {
                let question = format!("{question} ?");
                let id = format!("{id}{number}");
                serde_json::json!({"id": id, "lang": lang, "question": question, "answer": answer}).to_string() + "\n"
            };
            both[0] += &record("f", "fr", &question.0, &answer.0);
            both[1] += &record("e", "en", &question.1, &answer.1);
        }
        for (lang, text) in ["fr", "en"].into_iter().zip(both) {
            let name = format!("content/{lang}-{:05}.jsonl", start / 500);
            out.push(Source::new(&name, &name, text));
        }
    }
    out
}

/// `count` pairs of sentences in the two languages, to learn a lexicon from.
#[allow(dead_code)]
pub fn sentences(count: usize) -> Vec<Pair> {
    let vocabulary = Vocabulary::new(count / 4);
    let pair = |number| {
        let [(fr, en), _] = twin(&vocabulary, number);
        Pair { fr, en }
    };
    (0..count).map(pair).collect()
}
