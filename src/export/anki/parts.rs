//! The parts of an answer that cards show in places of their own: a hint, and the key points.
//!
//! An author marks them in the answer, as a heading (`## Key points`) or a label (`**Hint:** think of retries`). The record
//! keeps the answer whole; only a card takes it apart.

use crate::text::fold;

/// An answer, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// What is shown on request before the answer.
    pub hint: Option<String>,
    /// What one should remember of it.
    pub key_points: Option<String>,
    /// The rest.
    pub body: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Body,
    Hint,
    KeyPoints,
}

/// The words that mark a part, folded, in both languages.
const WORDS: &[(&str, Part)] = &[
    ("hint", Part::Hint),
    ("indice", Part::Hint),
    ("key points", Part::KeyPoints),
    ("key takeaways", Part::KeyPoints),
    ("points cles", Part::KeyPoints),
    ("a retenir", Part::KeyPoints),
];

/// Where a part ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// At a heading of this level or above.
    Heading(usize),
    /// At the first blank line after text.
    Blank,
    /// At any heading, else with the answer.
    Answer,
}

/// Takes an answer apart. Nothing is lost: each line but the marks goes to one part, in its order. An answer of which nothing
/// else would be left is not taken apart.
pub fn split(answer: &str) -> Parts {
    let whole = || Parts { body: answer.to_owned(), ..Parts::default() };
    let folded = fold(answer);
    if !WORDS.iter().any(|(word, _)| folded.contains(word)) {
        return whole();
    }
    let mut texts = [String::new(), String::new(), String::new()];
    let (mut part, mut end, mut begun) = (Part::Body, End::Answer, false);
    let mut fence: Option<String> = None;
    for line in answer.lines() {
        let bare = line.trim();
        let mut kept = line;
        if let Some(open) = &fence {
            if bare.starts_with(open.as_str()) && bare.trim_start_matches(&open[..1]).is_empty() {
                fence = None;
            }
        } else if let Some((marked, until, rest)) = mark(line) {
            (part, end, begun, kept) = (marked, until, !rest.is_empty(), rest);
        } else {
            let ended = match end {
                End::Heading(level) => heading(line).is_some_and(|(other, _)| other <= level),
                End::Answer => heading(line).is_some(),
                End::Blank => begun && bare.is_empty(),
            };
            if ended {
                (part, end) = (Part::Body, End::Answer);
            }
            let opens = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
            fence = opens.map(|mark| bare.chars().take_while(|&c| mark.starts_with(c)).collect());
            begun |= !bare.is_empty();
        }
        texts[part as usize] += kept;
        texts[part as usize].push('\n');
    }
    let [body, hint, key_points] = texts.map(|text| text.trim_matches('\n').to_owned());
    if body.trim().is_empty() {
        return whole();
    }
    let some = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    Parts { hint: some(hint), key_points: some(key_points), body }
}

/// The part that a line begins, where it ends, and what of the line already belongs to it.
fn mark(line: &str) -> Option<(Part, End, &str)> {
    let part = |word: &str| WORDS.iter().find(|(known, _)| *known == fold(word.trim())).map(|(_, part)| *part);
    if let Some((level, title)) = heading(line) {
        let found = part(title.trim_end_matches(|c: char| c == ':' || c.is_whitespace()))?;
        return Some((found, End::Heading(level), ""));
    }
    let (bold, text) =
        ["**", "__"].into_iter().find_map(|bold| Some((Some(bold), line.strip_prefix(bold)?))).unwrap_or((None, line));
    let (word, rest) = text.split_at(text.find([':', '*', '_'])?);
    let found = part(word)?;
    let colon = |text: &'_ str| text.trim_start().starts_with(':');
    let after_colon = |text| str::trim_start(text).strip_prefix(':').unwrap_or(text);
    let rest = match bold {
        None => Some(rest).filter(|rest| colon(rest)).map(after_colon)?,
        Some(bold) => after_colon(after_colon(rest).trim_start().strip_prefix(bold)?),
    };
    let end = if found == Part::Hint { End::Blank } else { End::Answer };
    Some((found, end, rest.trim_start()))
}

/// The level and title of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    ((1..=6).contains(&level) && title.starts_with([' ', '\t']))
        .then(|| (level, title.trim().trim_end_matches('#').trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(answer: &str) -> [String; 3] {
        let Parts { hint, key_points, body } = split(answer);
        [hint.unwrap_or_default(), key_points.unwrap_or_default(), body]
    }

    #[test]
    fn marked_parts_are_taken_out() {
        for (answer, [hint, points, body]) in [
            ("Text.\n\n## Key points\n\n- a\n- b", ["", "- a\n- b", "Text."]),
            ("Texte.\n\n**Points clés\u{a0}:**\n\n- a\n\n- b", ["", "- a\n\n- b", "Texte."]),
            ("### À retenir\na\n#### x\nb\n### Suite\nc", ["", "a\n#### x\nb", "### Suite\nc"]),
            ("**Hint:** think\nof it.\n\nText.", ["think\nof it.", "", "Text."]),
            ("Indice :\n\nPensez-y.\n\nTexte.", ["Pensez-y.", "", "Texte."]),
            ("Text.\nKey points: one, two\nthree", ["", "one, two\nthree", "Text."]),
            ("Text.\n\n__Hint__: x", ["x", "", "Text."]),
        ] {
            assert_eq!(parts(answer), [hint, points, body], "{answer}");
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for answer in [
            "The key points are three.",
            "```\n## Key points\n```\nText.",
            "Key points:\n- a",
            "A hint: none.",
            "Hints: none\n\nText",
            "**hint\n\nText",
        ] {
            assert_eq!(parts(answer), ["", "", answer]);
        }
    }
}
