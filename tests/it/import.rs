//! A spreadsheet's edits into the sources: exactly what was edited, in every layout, and nothing else.

mod layouts;
mod rows;

use std::collections::BTreeMap;

use passerelle::config::Config;
use passerelle::export::exporter;
use passerelle::export::{COMPARED, CsvForm, cell};
use passerelle::identity::Lock;
use passerelle::import::{Plan, plan};
use passerelle::normalise::Entry;
use passerelle::pipeline::{Choice, Collection, Input, collect};
use passerelle::source::Source;

use layouts::LAYOUTS;

/// A row by column.
type Row = BTreeMap<String, String>;

fn read(sources: Vec<Source>, lock: Lock) -> Collection {
    collect(Input { sources, lock, ..Input::default() })
}

fn sources(documents: &[(&str, &str)]) -> Vec<Source> {
    documents.iter().map(|(name, text)| Source::new(*name, *name, *text)).collect()
}

fn table(collection: &Collection) -> Vec<Row> {
    let choice = Choice { csv: CsvForm { exact: true, ..CsvForm::default() }, ..Choice::default() };
    let bytes = collection.export(&Config::default(), exporter("csv").expect("csv"), &choice).expect("a table");
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(|row| row.expect("a row")).collect()
}

fn written(rows: &[Row]) -> Source {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(rows[0].keys()).expect("a header");
    rows.iter().for_each(|row| writer.write_record(row.values()).expect("a row"));
    let text = String::from_utf8(writer.into_inner().expect("a table")).expect("UTF-8");
    Source::new("questions.csv", "questions.csv", format!("\u{feff}{text}"))
}

fn planned(collection: &Collection, lock: &Lock, rows: &[Row]) -> Plan {
    plan(&written(rows), &collection.documents, &collection.library, lock, 0).expect("a table")
}

/// The collection after the plan was carried out.
fn carried_out(collection: &Collection, lock: &Lock, plan: &Plan) -> Collection {
    let text = |source: &Source| {
        let edited = plan.edited.iter().find(|edited| edited.source.name == source.name);
        edited.map_or(source.text.clone(), |edited| edited.text.clone())
    };
    let sources =
        collection.documents.iter().map(|d| Source::new(&d.source.path, d.source.name.as_str(), text(&d.source)));
    read(sources.collect(), plan.lock.clone().unwrap_or_else(|| lock.clone()))
}

/// Small numbers, the same on every machine (Numerical Recipes' generator).
struct Dice(u32);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % limit
    }
}

/// Another value for a cell.
fn edited(column: &str, old: &str, dice: &mut Dice) -> String {
    let lists = ["", "one", "one;two words", "http;# odd;a: b", "yes;3"];
    match column {
        "question" => {
            [format!("{} Really?", old.trim_end()), old.replacen(' ', " now ", 1), "What is \"it\": a #tag?".to_owned()]
                [dice.below(3) as usize]
                .clone()
        }
        "answer" => {
            let mut lines: Vec<&str> = old.split('\n').collect();
            let at = dice.below(lines.len() as u32) as usize;
            match dice.below(6) {
                0 => lines.insert(at + 1, "A line in between."),
                1 => lines.insert(at, "A line before."),
                2 if lines.len() > 1 => drop(lines.remove(at)),
                3 => lines.extend(["", "- one", "  - two", "", "```js", "let a = 1;", "```"]),
                4 => lines = vec!["All", "", "of it: \"new\" \\ 'é' — 1."],
                _ => lines[at] = "Another line.",
            }
            lines.join("\n").trim_matches('\n').to_owned()
        }
        "difficulty" => ["beginner", "intermediate", "advanced"][dice.below(3) as usize].to_owned(),
        "section" => ["Elsewhere", "Elsewhere;Deeper"][dice.below(2) as usize].to_owned(),
        "kind" => ["open", "exercise"][dice.below(2) as usize].to_owned(),
        _ => lists[dice.below(5) as usize].to_owned(),
    }
}

#[test]
fn a_table_that_nobody_edited_changes_nothing() {
    let lock = Lock::default();
    let collection = read(sources(&LAYOUTS), lock.clone());
    let rows = table(&collection);
    assert!(rows.len() > 30, "{}", rows.len());
    let plan = planned(&collection, &lock, &rows);
    assert_eq!((plan.edited.len(), plan.remarks.len(), plan.count.changed), (0, 0, 0), "{:#?}", plan.remarks);
}

#[test]
fn random_edits_come_out_exactly_or_are_refused_and_touch_nothing_else() {
    let (mut changed, mut placed) = (0, 0);
    for seed in 1..=24u32 {
        let mut dice = Dice(seed);
        // Each layout with both line ends.
        let crlf = seed.is_multiple_of(2);
        let texts = LAYOUTS.map(|(name, text)| {
            let text = if crlf { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text.to_owned() };
            (name, text)
        });
        let documents = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
        let lock = read(sources(&documents), Lock::default()).lock;
        let collection = read(sources(&documents), lock.clone());
        let before = table(&collection);
        let mut rows = before.clone();
        for row in &mut rows {
            for column in ["question", "answer", "tags", "difficulty", "concepts", "section", "kind"] {
                if dice.below(5) == 0 {
                    let cell = row.get_mut(column).expect("a column");
                    *cell = edited(column, cell, &mut dice);
                }
            }
        }
        let plan = planned(&collection, &lock, &rows);
        let after = carried_out(&collection, &lock, &plan);
        let refused: Vec<(String, String)> = plan
            .remarks
            .iter()
            .filter(|remark| remark.open)
            .map(|remark| {
                let arg = |name| remark.args.iter().find(|(key, _)| *key == name).expect("a value").1.clone();
                (arg("id"), arg("column"))
            })
            .collect();
        assert_eq!(plan.count.placed + refused.len(), plan.count.changed, "{:#?}", plan.remarks);
        assert_eq!(after.library.entries.len(), before.len(), "seed {seed}");
        for (row, old) in rows.iter().zip(&before) {
            let find = |collection: &Collection| -> Entry {
                let found = collection.library.entries.iter().find(|entry| entry.id == row["id"]);
                found.unwrap_or_else(|| panic!("seed {seed}: {} keeps its id", row["id"])).clone()
            };
            let (now, was) = (find(&after), find(&collection));
            for column in COMPARED {
                let kept = refused.contains(&(row["id"].clone(), column.to_owned()));
                let expected = if kept { &old[column] } else { &row[column] };
                // What a cell says, in the form in which it is written.
                let expected = if kept || row[column] == old[column] { cell(&was, column) } else { expected.clone() };
                assert_eq!(
                    cell(&now, column).replace("\r\n", "\n"),
                    expected.replace("\r\n", "\n"),
                    "seed {seed}: {} of {}",
                    column,
                    row["id"]
                );
            }
            if row == old {
                assert_eq!(now.flags, was.flags, "seed {seed}: {}", row["id"]);
            }
        }
        for edit in &plan.edited {
            let bare = edit.text.replace("\r\n", "").contains('\n');
            assert!(
                !crlf || !bare || edit.source.name.ends_with(".csv"),
                "seed {seed}: {} keeps its line ends",
                edit.source.name
            );
        }
        let again = planned(&after, &after.lock, &table(&after));
        assert_eq!((again.edited.len(), again.count.changed), (0, 0));
        for (row, old) in rows.iter().zip(&before) {
            for column in ["question", "answer"].into_iter().filter(|column| row[*column] != old[*column]) {
                let out = refused.contains(&(row["id"].clone(), column.to_owned()));
                changed += 1;
                placed += usize::from(!out);
            }
        }
    }
    assert!(changed > 300 && placed * 100 >= changed * 98, "{placed} of {changed} questions and answers are placed");
}

/// The text of a document after these cells, by id and column, were edited; nothing may be refused.
fn after(name: &str, edits: &[(&str, &str, &str)]) -> String {
    let text = LAYOUTS.iter().find(|(layout, _)| *layout == name).expect("a layout").1;
    let lock = Lock::default();
    let collection = read(sources(&[(name, text)]), lock.clone());
    let mut rows = table(&collection);
    for (id, column, value) in edits {
        let row = rows.iter_mut().find(|row| row["id"] == *id).unwrap_or_else(|| panic!("{id} in {name}"));
        row.insert((*column).to_owned(), (*value).to_owned());
    }
    let plan = planned(&collection, &lock, &rows);
    assert!(plan.remarks.iter().all(|remark| !remark.open), "{:#?}", plan.remarks);
    plan.edited[0].text.clone()
}

/// The lines of the second text that the first does not have, and the other way round, in order.
fn difference(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let only =
        |a: &[&str], b: &[&str]| a.iter().filter(|line| !b.contains(line)).map(|line| (*line).to_owned()).collect();
    (only(&old, &new), only(&new, &old))
}

#[test]
fn an_edit_keeps_the_style_around_it() {
    let check = |name: &str, edits: &[(&str, &str, &str)], gone: &[&str], came: &[&str]| {
        let old = LAYOUTS.iter().find(|(layout, _)| *layout == name).expect("a layout").1;
        let (less, more) = difference(old, &after(name, edits));
        assert_eq!(
            (less, more),
            (gone.iter().map(|l| (*l).to_owned()).collect(), came.iter().map(|l| (*l).to_owned()).collect())
        );
    };
    check(
        "canonical.md",
        &[("backpressure", "difficulty", "beginner"), ("backpressure", "concepts", "message queue;rate limiting")],
        &["difficulty: advanced   # said twice", "  - backpressure"],
        &["difficulty: beginner   # said twice", "  - rate limiting"],
    );
    check("canonical.md", &[("backpressure", "tags", "")], &["tags: [queues, 'flow control']"], &[]);
    check("canonical.md", &[("backpressure", "section", "Queues")], &["topic: Messaging"], &["topic: Queues"]);
    check(
        "levels.md",
        &[("what-is-a-mutex", "difficulty", "advanced")],
        &["**Difficulty**: 🟢 Easy"],
        &[], // The line that another question has already.
    );
    check(
        "francais.md",
        &[("qu-est-ce-qu-un-verrou", "difficulty", "intermediate")],
        &["**Difficulté** : Débutant"],
        &["**Difficulté** : Intermédiaire"],
    );
    check(
        "containers.md",
        &[("what-is-compaction", "question", "What does compaction do?")],
        &["<expand title=\"What is compaction?\">", "**Question:** What is compaction?"],
        &["<expand title=\"What does compaction do?\">", "**Question:** What does compaction do?"],
    );
    check(
        "labelled.txt",
        &[("and-a-reverse-proxy", "answer", "It speaks for servers.\nIt keeps a cache.")],
        &["      It may keep a cache."],
        &["      It keeps a cache."],
    );
    check(
        "outline.txt",
        &[(
            "how-do-you-know-that-a-backup-can-be-restored",
            "question",
            "How do you know that a backup can ever be restored?",
        )],
        &["can be restored?"],
        &["can ever be restored?"],
    );
    check(
        "records.yaml",
        &[
            ("queue", "question", "What is a fair queue?"),
            ("queue", "tags", "order;two words;new"),
            ("queue", "answer", "First in,\nfirst out.\n\nNearly always.\n"),
        ],
        &["  question: \"What is a queue?\"   # quoted", "    Always."],
        &["  question: \"What is a fair queue?\"   # quoted", "    Nearly always.", "  - new"],
    );
    check(
        "pretty.json",
        &[("vacuum", "tags", "sql;care;space"), ("view", "answer", "A stored query.")],
        &[
            "    \"tags\": [\"sql\", \"care\"],",
            "  { \"id\": \"view\", \"question\": \"What is a view?\", \"answer\": null, \"topic\": \"Databases\" }",
        ],
        &[
            "    \"tags\": [\"sql\", \"care\", \"space\"],",
            "  { \"id\": \"view\", \"question\": \"What is a view?\", \"answer\": \"A stored query.\", \"topic\": \"Databases\" }",
        ],
    );
    check(
        "table.csv",
        &[("index", "answer", "Il dit \"où\" ; vite."), ("index", "difficulty", "advanced")],
        &["index;fr;À quoi sert un index ?;\"Il dit \"\"où\"\".\";sql;Bases;"],
        &["index;fr;À quoi sert un index ?;\"Il dit \"\"où\"\" ; vite.\";sql;Bases;advanced"],
    );
}
