//! What a document tells, as bytes.

use super::bytes::{Reader, Writer};
use super::diagnostic;
use crate::i18n::Lang;
use crate::lint::Facts;
use crate::lint::likeness::Unit;
use crate::lint::markup::broken_link::{Way, Ways};
use crate::lint::rules::copy_not_translated::Said;
use crate::lint::rules::duplicate_question::Question;
use crate::lint::suppression::Suppression;
use crate::lint::wording::technical_term_spelling::Spelt;

pub(super) fn write(out: &mut Writer, facts: &Facts) {
    let Facts { found, suppressions, questions, units, spelt, ways, ids } = facts;
    out.list(found, diagnostic::write);
    out.list(suppressions, |out, mark| {
        let Suppression { place, rule, reasoned, covers, removal } = mark;
        out.place(*place);
        out.text(rule);
        out.truth(*reasoned);
        out.lines(*covers);
        diagnostic::write_fix(out, removal);
    });
    out.list(questions, |out, question| {
        let Question { lang, asked, place, asked_at, question, said } = question;
        write_lang(out, *lang);
        out.slice(asked.as_ref().map_or(&[], <[u8; 16]>::as_slice));
        out.place(*place);
        out.place(*asked_at);
        out.text(question);
        out.truth(said.french);
        write_counted(out, &said.words);
    });
    out.list(units, write_unit);
    out.list(spelt, |out, spelt| {
        diagnostic::write(out, &spelt.finding);
        out.truth(spelt.slip);
    });
    out.list(&ways.to, |out, way| {
        let Way { place, target, file, anchor, read } = way;
        out.place(*place);
        [target, file, anchor].into_iter().for_each(|text| out.text(text));
        out.truth(*read);
    });
    out.truth(ways.anchors.is_some());
    out.list(ways.anchors.as_deref().unwrap_or_default(), |out, anchor| out.text(anchor));
    out.list(ids, |out, id| out.text(id));
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Facts> {
    let suppression = |reader: &mut Reader<'_>| {
        Some(Suppression {
            place: reader.place()?,
            rule: reader.text()?.to_owned(),
            reasoned: reader.truth()?,
            covers: reader.lines()?,
            removal: diagnostic::read_fix(reader)?,
        })
    };
    let question = |reader: &mut Reader<'_>| {
        Some(Question {
            lang: read_lang(reader)?,
            asked: match reader.slice()? {
                [] => None,
                hash => Some(hash.try_into().ok()?),
            },
            place: reader.place()?,
            asked_at: reader.place()?,
            question: reader.text()?.to_owned(),
            said: Said { french: reader.truth()?, words: read_counted(reader)? },
        })
    };
    let spelt = |reader: &mut Reader<'_>| Some(Spelt { finding: diagnostic::read(reader)?, slip: reader.truth()? });
    Some(Facts {
        found: reader.list(diagnostic::read)?,
        suppressions: reader.list(suppression)?,
        questions: reader.list(question)?,
        units: reader.list(read_unit)?,
        spelt: reader.list(spelt)?,
        ways: read_ways(reader)?,
        ids: reader.list(|reader| reader.text().map(str::to_owned))?,
    })
}

fn write_unit(out: &mut Writer, unit: &Unit) {
    let Unit { lang, section, place, asked, entries, head, body, text } = unit;
    write_lang(out, *lang);
    out.truth(*section);
    out.place(*place);
    out.text(asked);
    out.number(entries.start as u64);
    out.number(entries.end as u64);
    out.ascending(head.iter().copied());
    // Most units are one entry, which asks nothing beside its head.
    out.truth(head == body);
    if head != body {
        out.ascending(body.iter().copied());
    }
    write_counted(out, text);
}

/// Words in order, each with how often it is there.
fn write_counted(out: &mut Writer, words: &[(u32, u32)]) {
    out.ascending(words.iter().map(|(word, _)| *word));
    words.iter().for_each(|(_, times)| out.number(u64::from(*times)));
}

fn read_counted(reader: &mut Reader<'_>) -> Option<Vec<(u32, u32)>> {
    let words = reader.ascending()?;
    words.into_iter().map(|word| Some((word, reader.number()?.try_into().ok()?))).collect()
}

fn read_ways(reader: &mut Reader<'_>) -> Option<Ways> {
    let way = |reader: &mut Reader<'_>| {
        Some(Way {
            place: reader.place()?,
            target: reader.text()?.to_owned(),
            file: reader.text()?.to_owned(),
            anchor: reader.text()?.to_owned(),
            read: reader.truth()?,
        })
    };
    let (to, has_anchors) = (reader.list(way)?, reader.truth()?);
    let anchors = reader.list(|reader| reader.text().map(str::to_owned))?;
    Some(Ways { to, anchors: has_anchors.then_some(anchors) })
}

fn read_unit(reader: &mut Reader<'_>) -> Option<Unit> {
    let (lang, section, place) = (read_lang(reader)?, reader.truth()?, reader.place()?);
    let asked = reader.text()?.to_owned();
    let entries = reader.count()?..reader.count()?;
    let head = reader.ascending()?;
    let body = if reader.truth()? { head.clone() } else { reader.ascending()? };
    let text = read_counted(reader)?;
    Some(Unit { lang, section, place, asked, entries, head, body, text })
}

fn write_lang(out: &mut Writer, lang: Lang) {
    out.truth(lang == Lang::Fr);
}

fn read_lang(reader: &mut Reader<'_>) -> Option<Lang> {
    reader.truth().map(|french| if french { Lang::Fr } else { Lang::En })
}
