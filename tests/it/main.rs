//! Behaviour tests: one crate, one file a subject.

mod identity;
mod layers;
