//! How good the links are: measured against judgements made by people or by translators.

mod gold;
mod measures;

pub use gold::{Gold, Malformed};
pub use measures::{Agreement, Direction, Report, measure};
