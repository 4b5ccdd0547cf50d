//! Behaviour tests: one crate, one file a subject.

mod layers;
mod link;
