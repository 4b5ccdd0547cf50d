//! Behaviour tests: one crate, one file a subject.

mod export;
mod layers;
mod metamorphic;
mod parse;
mod render;
mod search;
