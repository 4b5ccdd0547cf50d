//! Behaviour tests: one crate, one file a subject.

mod layers;
mod lint;
mod metamorphic;
mod parse;
mod rules;
