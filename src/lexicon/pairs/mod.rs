//! Parallel text to pairs of sentences.

mod orient;
mod po;
mod tmx;
mod tsv;

/// A sentence or heading in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// One form of parallel text.
#[derive(Debug)]
pub struct Format {
    /// The end of its files' names, without the dot.
    pub extension: &'static str,
    /// The pairs in a file's text; what is no pair is left out.
    pub read: fn(&str) -> Vec<Pair>,
}

/// Every form; the first one stands for names that tell nothing.
pub static FORMATS: [Format; 3] = [
    Format { extension: "tsv", read: tsv::read },
    Format { extension: "tmx", read: tmx::read },
    Format { extension: "po", read: po::read },
];

/// The pairs in the text of a file of this name.
pub fn read(name: &str, text: &str) -> Vec<Pair> {
    let extension = name.rsplit_once('.').map_or("", |(_, end)| end);
    let format = FORMATS.iter().find(|format| format.extension.eq_ignore_ascii_case(extension));
    (format.unwrap_or(&FORMATS[0]).read)(text)
}
