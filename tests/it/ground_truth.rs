//! How many true findings the rules make, and how many false ones, on documents in which people marked every fault.
//!
//! The marked documents are not part of the repository: where they do not stand beside it, nothing is measured.
//! `cargo test --test it ground_truth -- --nocapture` prints the table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use passerelle::config::{Config, Level};
use passerelle::diagnostic::Diagnostic;
use passerelle::lint::{self, Levels, RULES};
use passerelle::pipeline::{Input, collect};
use passerelle::source::Source;
use serde_json::Value;

/// Thousandths of the true findings that are made, over the rules that the program has. It only rises.
const RECALL: usize = 974;

/// Thousandths of the findings made that are true, over the same rules. It only rises.
const PRECISION: usize = 994;

/// The rules of which not every marked fault is found or not every finding is true: thousandths of either, today's figures.
/// They only rise; every other rule is at 1000 and 1000.
const FLOORS: &[(&str, usize, usize)] = &[
    ("bare-url", 0, 1000),
    ("code-does-not-parse", 722, 1000),
    ("cross-language-counterpart-unlinked", 1000, 937),
    ("duplicate-question", 666, 923),
    ("missing-accent-ambiguous", 967, 1000),
    ("missing-accent-real-word", 727, 1000),
    ("missing-counterpart", 968, 980),
    ("near-duplicate-question", 655, 904),
];

/// Thousandths of the pairs of duplicates marked that are told as that pair, by the rule for duplicates alone, and of the pairs told
/// those that are marked. They only rise.
const PAIRS: (usize, usize) = (684, 928);

/// The same where the rule for what is near counts too, on either side.
const NEAR_PAIRS: (usize, usize) = (578, 891);

/// A document, a line, and a column, which is 0 where any will do.
type At = (String, usize, usize);

/// What people marked for one rule.
#[derive(Default)]
struct Marks {
    /// What the rule should find.
    certain: BTreeSet<At>,
    /// What it must not find.
    negative: BTreeSet<At>,
    /// What it may find or not: people differ.
    open: BTreeSet<At>,
}

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    shared.join("lint/seed_findings.jsonl").is_file().then_some(shared)
}

fn marks(shared: &Path) -> BTreeMap<String, Marks> {
    let rows = std::fs::read_to_string(shared.join("lint/seed_findings.jsonl")).expect("the marked faults");
    let mut out: BTreeMap<String, Marks> = BTreeMap::new();
    for row in rows.lines().map(|row| serde_json::from_str::<Value>(row).expect("a record")) {
        let text = |key: &str| row[key].as_str().expect("a text").to_owned();
        let number = |key: &str| row[key].as_u64().map_or(0, |n| usize::try_from(n).expect("a small number"));
        let own = out.entry(text("name")).or_default();
        let set = match text("confidence").as_str() {
            "certain" => &mut own.certain,
            "negative" => &mut own.negative,
            _ => &mut own.open,
        };
        set.insert((text("file"), number("line"), number("col")));
    }
    out
}

/// What every rule finds in the marked documents, those too that are off by default.
fn findings(shared: &Path) -> BTreeMap<&'static str, BTreeSet<At>> {
    let mut out: BTreeMap<&'static str, BTreeSet<At>> = BTreeMap::new();
    for finding in linted(shared) {
        out.entry(finding.rule).or_default().insert((finding.path, finding.place.line, finding.place.column));
    }
    out
}

/// The findings themselves.
fn linted(shared: &Path) -> Vec<Diagnostic> {
    let folder = std::fs::read_dir(shared.join("seeds")).expect("the marked documents");
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        Source::new(&name, name.as_str(), std::fs::read_to_string(path).expect("text"))
    };
    let collection = collect(Input { sources: paths.iter().map(read).collect(), ..Input::default() });
    let off = RULES.iter().filter(|rule| rule.default == Level::Off);
    let levels = Levels::new(&off.map(|rule| (rule.name.to_owned(), Level::Info)).collect()).expect("rules");
    collection.lint(&Config::default(), &levels)
}

/// `part` of `whole` in thousandths; all of nothing.
fn share(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

fn line(name: &str, truth: usize, reached: usize, found: usize, right: usize) -> String {
    let percent = |share: usize| format!("{}.{} %", share / 10, share % 10);
    let (recall, precision) = (percent(share(reached, truth)), percent(share(right, found)));
    format!("{name:<38} {truth:>5} {found:>5} {right:>5} {recall:>8} {precision:>8}")
}

#[test]
fn the_rules_find_what_people_marked_and_little_else() {
    let Some(shared) = shared() else {
        return eprintln!("skipped: ../shared is not here");
    };
    let (marks, findings) = (marks(&shared), findings(&shared));
    let marked = |set: &BTreeSet<At>, at: &At| set.contains(at) || set.contains(&(at.0.clone(), at.1, 0));
    println!("{:<38} {:>5} {:>5} {:>5} {:>8} {:>9}", "rule", "truth", "found", "true", "recall", "precision");
    let (mut truth, mut reached, mut found, mut right) = (0, 0, 0, 0);
    let (mut absent, mut lost) = (Vec::new(), Vec::new());
    for (name, own) in &marks {
        let made = findings.get(name.as_str()).cloned().unwrap_or_default();
        let wrong: Vec<&At> = made.iter().filter(|at| marked(&own.negative, at)).collect();
        assert!(wrong.is_empty(), "{name} finds what is no fault: {wrong:?}");
        if own.certain.is_empty() {
            continue;
        }
        if lint::find(name).is_none() {
            absent.push(format!("{name} ({})", own.certain.len()));
            continue;
        }
        let made: Vec<&At> = made.iter().filter(|at| !marked(&own.open, at) || marked(&own.certain, at)).collect();
        let (good, bad): (Vec<&At>, Vec<&At>) = made.iter().partition(|at| marked(&own.certain, at));
        let meets = |at: &At, made: &At| made.0 == at.0 && made.1 == at.1 && (at.2 == 0 || made.2 == at.2);
        let (met, missed): (Vec<&At>, Vec<&At>) =
            own.certain.iter().partition(|at| made.iter().any(|made| meets(at, made)));
        println!("{}", line(name, own.certain.len(), met.len(), made.len(), good.len()));
        let at = |(file, line, column): &At| format!("{}:{line}:{column}", &file[..file.len().min(3)]);
        for (what, places) in [("missed", missed), ("false", bad)].iter().filter(|(_, places)| !places.is_empty()) {
            println!("    {what}: {}", places.iter().map(|place| at(place)).collect::<Vec<_>>().join(" "));
        }
        let (recall, precision) = (share(met.len(), own.certain.len()), share(good.len(), made.len()));
        let floor =
            FLOORS.iter().find(|(rule, ..)| rule == name).map_or((1000, 1000), |&(_, found, right)| (found, right));
        if recall < floor.0 || precision < floor.1 {
            lost.push(format!("{name}: recall {recall} ‰, precision {precision} ‰, where {floor:?} were reached"));
        }
        truth += own.certain.len();
        reached += met.len();
        found += made.len();
        right += good.len();
    }
    println!("{}", line("all", truth, reached, found, right));
    println!("no rule: {}", absent.join(", "));
    assert!(lost.is_empty(), "{lost:#?}");
    let (recall, precision) = (share(reached, truth), share(right, found));
    assert!(recall >= RECALL, "recall {recall} ‰, of {truth} marked faults {reached} are found");
    assert!(precision >= PRECISION, "precision {precision} ‰, of {found} findings {right} are true");
}

/// Two places, `FILE:LINE`, in order.
type Pair = [String; 2];

fn pair(one: String, other: String) -> Pair {
    if one < other { [one, other] } else { [other, one] }
}

/// The pairs that people marked for these rules.
fn marked_pairs(shared: &Path, rules: &[&str]) -> BTreeSet<Pair> {
    let rows = std::fs::read_to_string(shared.join("lint/seed_findings.jsonl")).expect("the marked faults");
    let rows = rows.lines().map(|row| serde_json::from_str::<Value>(row).expect("a record"));
    let own = rows.filter(|row| rules.iter().any(|rule| row["name"] == *rule) && row["confidence"] == "certain");
    own.filter_map(|row| {
        let other = row["note"].as_str()?.split_whitespace().last()?.to_owned();
        Some(pair(format!("{}:{}", row["file"].as_str()?, row["line"]), other))
    })
    .collect()
}

/// The pairs that these rules tell of.
fn told_pairs(found: &[Diagnostic], rules: &[&str]) -> BTreeSet<Pair> {
    let own = found.iter().filter(|finding| rules.contains(&finding.rule));
    own.filter_map(|finding| {
        let other = finding.args.iter().find(|(name, _)| *name == "other")?.1.clone();
        Some(pair(format!("{}:{}", finding.path, finding.place.line), other))
    })
    .collect()
}

#[test]
fn duplicates_are_told_with_the_question_that_they_repeat() {
    let Some(shared) = shared() else {
        return eprintln!("skipped: ../shared is not here");
    };
    let found = linted(&shared);
    let both = ["duplicate-question", "near-duplicate-question"];
    for (rules, floor) in [(&both[..1], PAIRS), (&both[..], NEAR_PAIRS)] {
        let (marked, told) = (marked_pairs(&shared, rules), told_pairs(&found, rules));
        assert!(!marked.is_empty() && !told.is_empty());
        let right = marked.intersection(&told).count();
        let (recall, precision) = (share(right, marked.len()), share(right, told.len()));
        println!(
            "{rules:?}: {} pairs marked, {} told, {right} both: {recall} ‰, {precision} ‰",
            marked.len(),
            told.len()
        );
        for (what, pairs) in [("missed", &marked - &told), ("not marked", &told - &marked)] {
            pairs.iter().for_each(|pair| println!("    {what}: {pair:?}"));
        }
        assert!(
            recall >= floor.0 && precision >= floor.1,
            "{rules:?}: {recall} ‰, {precision} ‰; {floor:?} were reached"
        );
    }
}
