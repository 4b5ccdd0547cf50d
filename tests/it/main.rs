//! Behaviour tests: one crate, one file a subject.

mod discover;
mod layers;
mod write;
