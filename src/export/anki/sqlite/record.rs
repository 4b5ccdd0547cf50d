//! Rows as SQLite stores them: the record format.

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// `NULL`; also the place of an `INTEGER PRIMARY KEY`, which is the row's number.
    Null,
    /// `INTEGER`.
    Int(i64),
    /// `REAL`.
    Real(f64),
    /// `TEXT`, in UTF-8.
    Text(&'a str),
    /// `BLOB`.
    Blob(&'a [u8]),
}

impl<'a> Value<'a> {
    /// `text` as a column declared `integer` keeps it: a text that is written like a number becomes one.
    pub fn numeric(text: &'a str) -> Self {
        let trimmed = text.trim_ascii();
        if trimmed.is_empty() || trimmed.bytes().any(|b| !matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')) {
            return Self::Text(text);
        }
        // Integers that a double holds exactly are kept as integers.
        const EXACT: f64 = 2_251_799_813_685_248.0;
        match (trimmed.parse::<i64>(), trimmed.parse::<f64>()) {
            (Ok(number), _) => Self::Int(number),
            (_, Ok(number)) if number.fract() == 0.0 && number.abs() < EXACT => Self::Int(number as i64),
            (_, Ok(number)) if number.is_finite() => Self::Real(number),
            _ => Self::Text(text),
        }
    }

    /// The serial type, and how many bytes the value takes.
    fn serial(self) -> (u64, usize) {
        match self {
            Self::Null => (0, 0),
            Self::Int(0) => (8, 0),
            Self::Int(1) => (9, 0),
            Self::Int(number) => {
                let bits = 65 - (if number < 0 { !number } else { number }).leading_zeros();
                match bits {
                    0..=8 => (1, 1),
                    9..=16 => (2, 2),
                    17..=24 => (3, 3),
                    25..=32 => (4, 4),
                    33..=48 => (5, 6),
                    _ => (6, 8),
                }
            }
            Self::Real(_) => (7, 8),
            Self::Text(text) => (13 + 2 * text.len() as u64, text.len()),
            Self::Blob(bytes) => (12 + 2 * bytes.len() as u64, bytes.len()),
        }
    }
}

/// The record of a row: its header with the types, then its values.
pub fn record(values: &[Value<'_>]) -> Vec<u8> {
    let serials: Vec<(u64, usize)> = values.iter().map(|value| value.serial()).collect();
    let types: usize = serials.iter().map(|&(serial, _)| varint_len(serial)).sum();
    // The header counts its own length, whose length may grow by counting.
    let header = (1..=9).map(|own| types + own).find(|&all| varint_len(all as u64) == all - types).unwrap_or(types + 9);
    let body: usize = serials.iter().map(|&(_, size)| size).sum();
    let mut out = Vec::with_capacity(header + body);
    varint(&mut out, header as u64);
    serials.iter().for_each(|&(serial, _)| varint(&mut out, serial));
    for (value, (_, size)) in values.iter().zip(serials) {
        match *value {
            Value::Int(number) => out.extend_from_slice(&number.to_be_bytes()[8 - size..]),
            Value::Real(number) => out.extend_from_slice(&number.to_be_bytes()),
            Value::Text(text) => out.extend_from_slice(text.as_bytes()),
            Value::Blob(bytes) => out.extend_from_slice(bytes),
            Value::Null => {}
        }
    }
    out
}

/// Adds a number as SQLite's big-endian varint of one to nine bytes.
pub fn varint(out: &mut Vec<u8>, value: u64) {
    let size = varint_len(value);
    if size == 9 {
        // The ninth byte has all of its eight bits.
        let high = value >> 8;
        out.extend((0..8).rev().map(|at| (high >> (7 * at)) as u8 & 0x7f | 0x80));
        out.push(value as u8);
    } else {
        out.extend((0..size).rev().map(|at| (value >> (7 * at)) as u8 & 0x7f | if at > 0 { 0x80 } else { 0 }));
    }
}

/// How many bytes [`varint`] adds.
pub fn varint_len(value: u64) -> usize {
    ((64 - value.leading_zeros() as usize).div_ceil(7)).clamp(1, 9)
}
