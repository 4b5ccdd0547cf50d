//! Which links a person should look at: those that a little more or less would have made another kind.

use super::kind::Requirement;
use super::library::LinkKind;

/// A value this near to what a kind needs could as well have been on the other side.
const NARROW: f64 = 0.05;

/// Whether the kind of a link hangs on a little: *same* or *close* only just, or a nearer kind missed only just.
/// `requirements` are those of every kind, the nearest first.
pub fn is_doubtful(kind: LinkKind, requirements: &[[Requirement; 2]]) -> bool {
    requirements.iter().any(|needs| {
        let short = needs.iter().map(Requirement::missing).fold(f64::MIN, f64::max);
        let own = needs[0].kind == kind && kind != LinkKind::Related && is_only_just_met(needs);
        let missed = needs[0].kind < kind && short > 0.0 && short < NARROW;
        own || missed
    })
}

/// Facts that are either true or false put nothing in doubt.
fn is_only_just_met(needs: &[Requirement; 2]) -> bool {
    needs.iter().any(|need| need.name == "agreement" && -need.missing() < NARROW)
}
