//! Behaviour tests: one crate, one file a subject.

mod bad_input;
mod browser;
mod cli;
mod discover;
mod evaluate;
mod export;
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
mod search;
mod site;
mod site_fixture;
mod write;
