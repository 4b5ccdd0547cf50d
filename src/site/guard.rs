//! Templates that never come to an end. The engine refuses those that include or extend themselves, but neither loops within
//! loops nor a block that comes back to itself through `super()`, which would fill the stack: nobody can stop it from
//! outside. So each loop, component and block of a template counts itself, by calls that are put into its text as it is
//! loaded, on the lines where they stand already.

use std::cell::Cell;
use std::thread::LocalKey;

use tera::{Kwargs, State, Tera, TeraResult};

/// How often the loops of one page may turn in all, and how many numbers it may count to.
const MOST_TURNS: u64 = 2_000_000;
/// How deep blocks may stand in each other.
const DEEPEST: u64 = 50;
/// How deep components may call each other: one less than the engine, which does not say where it stopped.
const MOST_CALLS: u64 = 19;
/// The most numbers that `range` gives at once.
const LONGEST_RANGE: i64 = 100_000;

/// What the engine says of a template that this stops.
pub(super) const ENDLESS: &str = "passerelle: the template does not end";

thread_local! {
    // A page is filled in on one thread from start to end.
    static TURNS: Cell<u64> = const { Cell::new(0) };
    static DEPTH: Cell<u64> = const { Cell::new(0) };
    static CALLS: Cell<u64> = const { Cell::new(0) };
}

/// Begins to count for another page.
pub(super) fn begin() {
    TURNS.set(0);
    DEPTH.set(0);
    CALLS.set(0);
}

/// Gives the engine what guarded templates call, and a `range` that counts.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("_turn", |_: Kwargs, _: &State<'_>| turn(1));
    let deeper = |depth: &'static LocalKey<Cell<u64>>, most| {
        move |_: Kwargs, _: &State<'_>| {
            depth.set(depth.get() + 1);
            if depth.get() > most { endless() } else { turn(1) }
        }
    };
    let back = |depth: &'static LocalKey<Cell<u64>>| {
        move |_: Kwargs, _: &State<'_>| {
            depth.set(depth.get().saturating_sub(1));
            String::new()
        }
    };
    tera.register_function("_enter", deeper(&DEPTH, DEEPEST));
    tera.register_function("_leave", back(&DEPTH));
    tera.register_function("_call", deeper(&CALLS, MOST_CALLS));
    tera.register_function("_return", back(&CALLS));
    tera.register_function("range", |kw: Kwargs, _: &State<'_>| -> TeraResult<Vec<i64>> {
        let (start, step) = (kw.get::<i64>("start")?.unwrap_or(0), kw.get::<i64>("step_by")?.unwrap_or(1));
        let end: i64 = kw.must_get("end")?;
        let way = i128::from(end) - i128::from(start);
        if step == 0 || (way < 0 && step > 0) {
            return Err(tera::Error::message(format!("range: {start} does not lead to {end} by steps of {step}")));
        }
        let towards = (way < 0) == (step < 0);
        let length = if towards { way.unsigned_abs().div_ceil(u128::from(step.unsigned_abs())) } else { 0 };
        let length = i64::try_from(length).ok().filter(|length| *length <= LONGEST_RANGE);
        let length = length.ok_or_else(|| tera::Error::message(ENDLESS))?;
        turn(length.unsigned_abs())?;
        Ok((0..length).map(|at| start + at * step).collect())
    });
}

fn turn(more: u64) -> TeraResult<String> {
    TURNS.set(TURNS.get() + more);
    if TURNS.get() > MOST_TURNS { endless() } else { Ok(String::new()) }
}

fn endless() -> TeraResult<String> {
    Err(tera::Error::message(ENDLESS))
}

/// A template with the calls in it. What is no template (`raw` parts, comments) stays as it is.
pub(super) fn guarded(template: &str) -> String {
    let mut out = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = match from.get(..2) {
            Some("{#") => from.find("#}").map(|end| end + 2),
            Some("{{" | "{%") => closing(from),
            _ => Some(1),
        };
        // What does not end is for the engine to tell.
        let Some(mut length) = length else {
            rest = from;
            break;
        };
        let tag = &from[..length];
        let (before, after) = match word(tag) {
            Some("for") => ("", "_turn()"),
            Some("block") => ("", "_enter()"),
            Some("endblock") => ("_leave()", ""),
            Some("component") => ("", "_call()"),
            Some("endcomponent") => ("_return()", ""),
            _ => ("", ""),
        };
        if !before.is_empty() {
            out.push_str(if tag.starts_with("{%-") { "{{- " } else { "{{ " });
            out.push_str(before);
            out.push_str(" }}");
        }
        if word(tag) == Some("raw") {
            length = end_of_raw(from).unwrap_or(from.len());
        }
        out.push_str(&from[..length]);
        if !after.is_empty() {
            out.push_str("{{ ");
            out.push_str(after);
            out.push_str(if tag.ends_with("-%}") { " -}}" } else { " }}" });
        }
        rest = &from[length..];
    }
    out.push_str(rest);
    out
}

/// The first word of a tag `{% word … %}`.
fn word(tag: &str) -> Option<&str> {
    tag.strip_prefix("{%")?
        .trim_start_matches('-')
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .find(|w| !w.is_empty())
}

/// The length of the tag or expression that `text` begins with; its strings may hold anything.
fn closing(text: &str) -> Option<usize> {
    let end = if text.starts_with("{{") { "}}" } else { "%}" };
    let mut quote = None;
    for (at, c) in text.char_indices().skip(2) {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if text[at..].starts_with(end) => return Some(at + end.len()),
            None => {}
        }
    }
    None
}

/// Where the part ends that begins with a tag `raw`.
fn end_of_raw(text: &str) -> Option<usize> {
    let ends = text.match_indices("{%").filter(|(at, _)| word(&text[*at..]) == Some("endraw"));
    ends.map(|(at, _)| at).next().and_then(|at| Some(at + text[at..].find("%}")? + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_blocks_and_components_are_counted_where_they_stand() {
        for (template, out) in [
            ("{% for x in y %}\n{% endfor %}", "{% for x in y %}{{ _turn() }}\n{% endfor %}"),
            ("{%- for x in \"%}\" -%} a", "{%- for x in \"%}\" -%}{{ _turn() -}} a"),
            ("{% block a -%} b {%- endblock a %}", "{% block a -%}{{ _enter() -}} b {{- _leave() }}{%- endblock a %}"),
            ("{# {% for x in y %} #}", "{# {% for x in y %} #}"),
            ("{% raw %}{% for x %}{% endraw %}{{ x }}", "{% raw %}{% for x %}{% endraw %}{{ x }}"),
            ("{{ '{% for %}' }} { {% forget %}", "{{ '{% for %}' }} { {% forget %}"),
            ("é {% for", "é {% for"),
            ("{", "{"),
        ] {
            assert_eq!(guarded(template), out);
        }
    }
}
