//! Behaviour tests: one crate, one file a subject.

mod layers;
mod metamorphic;
mod parse;
mod render;
mod site;
mod site_fixture;
