//! Notes to measure packages on, and the package of them, without the reading and linking of a collection.
//!
//! ```text
//! cargo run --release --example deck -- make 100000 notes.jsonl
//! cargo run --release --example deck -- pack notes.jsonl deck.apkg [latest]
//! ```
//!
//! `benches/genanki_deck.py` makes a package of the same notes with genanki.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Mutex;

use passerelle::export::anki::{Deck, Head, NoteType, package};
use passerelle::export::{Cards, FIELDS, Format};
use passerelle::i18n::Lang;
use passerelle::images::Images;
use serde::{Deserialize, Serialize};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", count, file] => make(count.parse()?, file),
        ["pack", notes, file] => pack(notes, file, Format::Legacy),
        ["pack", notes, file, "latest"] => pack(notes, file, Format::Latest),
        _ => Err("usage: deck make COUNT NOTES | deck pack NOTES FILE [latest]".into()),
    }
}

#[derive(Serialize, Deserialize)]
struct Note {
    id: String,
    question: String,
    answer: String,
}

/// The bytes of a note's texts.
const SIZE: usize = 1_400;
/// The lines of a note's code.
const LINES: usize = 4;

const SYLLABLES: [&str; 24] = [
    "ba", "cor", "di", "fen", "gra", "hi", "jol", "ka", "lu", "mer", "no", "pla", "qui", "ros", "sta", "ti", "ur",
    "ven", "wo", "xi", "yel", "zon", "tion", "ment",
];

/// Writes `count` notes of made-up prose, in which words are about as frequent as in a language (Zipf), with a list and some
/// highlighted code each.
fn make(count: usize, file: &str) -> Result<(), Failed> {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut random = move || {
        // xorshift64* (S. Vigna, 2016).
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32
    };
    let word = |rank: u64| {
        let (mut rank, mut word) = (rank, String::new());
        loop {
            word += SYLLABLES[(rank % 24) as usize];
            rank /= 24;
            if rank == 0 {
                return word;
            }
        }
    };
    let mut prose = move |size: usize| {
        let mut text = String::new();
        while text.len() < size {
            let rank = 20_000_f64.powf(random() as f64 / u32::MAX as f64) as u64;
            text += &word(rank);
            text += if rank.is_multiple_of(17) { ". " } else { " " };
        }
        text
    };
    let mut out = BufWriter::new(File::create(file)?);
    for at in 0..count {
        let question = format!("{}?", prose(70));
        let mut answer =
            format!("<p>{}</p>\n<ul>\n<li>{}</li>\n<li>{}</li>\n</ul>\n", prose(300), prose(90), prose(90));
        answer += "<pre class=\"code\" data-lang=\"javascript\" tabindex=\"0\"><code>";
        for line in 0..LINES {
            let [name, object, function] = [1, 1, 1].map(|size| prose(size).trim_end_matches([' ', '.']).to_owned());
            answer += &format!(
                "<span class=\"k\">const</span> {name} <span class=\"o\">=</span> <span class=\"k\">await</span> \
                 {object}.<span class=\"f\">{function}</span>(<span class=\"n\">{}</span>);\n",
                at + line
            );
        }
        answer += "</code></pre>\n";
        answer += &format!("<p>{}</p>", prose(SIZE.saturating_sub(question.len() + answer.len() + 7)));
        serde_json::to_writer(&mut out, &Note { id: format!("note-{at}"), question, answer })?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// The package of the notes in a file. Their texts are read when they are written, so that they are never all in memory.
fn pack(notes: &str, file: &str, format: Format) -> Result<(), Failed> {
    #[derive(Deserialize)]
    struct Id {
        id: String,
    }
    let mut reader = BufReader::with_capacity(1 << 20, File::open(notes)?);
    let (mut heads, mut places, mut at, mut line) = (Vec::new(), Vec::new(), 0, String::new());
    loop {
        line.clear();
        let read = reader.read_line(&mut line)?;
        if read == 0 {
            break;
        }
        let Id { id } = serde_json::from_str(&line)?;
        heads.push(Head { deck: "Bench".to_owned(), ..Head::new("bench", None, &id, Lang::En) });
        places.push((at, read));
        at += read as u64;
    }
    let source = Mutex::new(File::open(notes)?);
    let text = |at: usize| {
        let (start, size) = places[at];
        let mut line = vec![0; size];
        let mut source = source.lock().expect("no reader panics");
        source
            .seek(SeekFrom::Start(start))
            .and_then(|_| source.read_exact(&mut line))
            .expect("the file is still there");
        drop(source);
        let Note { id, question, answer } = serde_json::from_slice(&line).expect("it was read before");
        let mut fields = vec![String::new(); FIELDS.len()];
        fields[..3].clone_from_slice(&[id, question, answer]);
        fields[7] = "en".to_owned();
        (fields, vec!["bench::lang::en".to_owned()])
    };
    let note_type = NoteType::new(Cards::Questions, "Bench");
    let deck = Deck { seed: "bench", note_type, heads, text: Box::new(text) };
    std::fs::write(file, package(&deck, &Images::default(), format)?)?;
    Ok(())
}
