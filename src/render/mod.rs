//! Markdown to safe, highlighted HTML, for pages and cards.
