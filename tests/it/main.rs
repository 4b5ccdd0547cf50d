//! Behaviour tests: one crate, one file a subject.

mod export;
mod layers;
mod metamorphic;
mod parse;
mod render;
mod search;
mod site;
mod site_fixture;
