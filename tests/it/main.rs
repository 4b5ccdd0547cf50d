//! Behaviour tests: one crate, one file a subject.

mod browser;
mod export;
mod identity;
mod layers;
mod manual;
mod metamorphic;
mod parse;
mod programs;
mod render;
mod search;
