//! What a document tells, as bytes.

use super::bytes::{Reader, Writer};
use super::diagnostic;
use crate::i18n::Lang;
use crate::lint::Facts;
use crate::lint::likeness::Unit;
use crate::lint::rules::duplicate_question::Question;
use crate::lint::suppression::Suppression;

pub(super) fn write(out: &mut Writer, facts: &Facts) {
    let Facts { found, suppressions, questions, units, ids } = facts;
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
        let Question { lang, asked, place, question } = question;
        write_lang(out, *lang);
        out.slice(asked.as_ref().map_or(&[], <[u8; 16]>::as_slice));
        out.place(*place);
        out.text(question);
    });
    out.list(units, write_unit);
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
            question: reader.text()?.to_owned(),
        })
    };
    Some(Facts {
        found: reader.list(diagnostic::read)?,
        suppressions: reader.list(suppression)?,
        questions: reader.list(question)?,
        units: reader.list(read_unit)?,
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
    out.ascending(text.iter().map(|(word, _)| *word));
    text.iter().for_each(|(_, times)| out.number(u64::from(*times)));
}

fn read_unit(reader: &mut Reader<'_>) -> Option<Unit> {
    let (lang, section, place) = (read_lang(reader)?, reader.truth()?, reader.place()?);
    let asked = reader.text()?.to_owned();
    let entries = reader.count()?..reader.count()?;
    let head = reader.ascending()?;
    let body = if reader.truth()? { head.clone() } else { reader.ascending()? };
    let words = reader.ascending()?;
    let times = |word| Some((word, reader.number()?.try_into().ok()?));
    let text = words.into_iter().map(times).collect::<Option<_>>()?;
    Some(Unit { lang, section, place, asked, entries, head, body, text })
}

fn write_lang(out: &mut Writer, lang: Lang) {
    out.truth(lang == Lang::Fr);
}

fn read_lang(reader: &mut Reader<'_>) -> Option<Lang> {
    reader.truth().map(|french| if french { Lang::Fr } else { Lang::En })
}
