//! Behaviour tests: one crate, one file a subject.

mod browser;
mod identity;
mod layers;
mod manual;
