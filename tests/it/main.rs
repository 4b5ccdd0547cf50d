//! Behaviour tests: one crate, one file a subject.

mod bad_input;
mod bare;
mod browser;
mod cli;
mod curation;
mod discover;
mod evaluate;
mod export;
mod formats;
mod identity;
mod layers;
mod lexicon;
mod link;
mod lint;
mod manual;
mod metamorphic;
mod parse;
mod programs;
mod render;
mod rules;
mod scaffold;
mod search;
mod site;
mod site_fixture;
mod status;
mod write;
