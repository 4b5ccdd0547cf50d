//! Behaviour tests: one crate, one file a subject.

mod export;
mod layers;
mod lint;
mod metamorphic;
mod parse;
mod render;
mod rules;
mod search;
