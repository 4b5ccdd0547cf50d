//! Moments as seconds since 1970-01-01T00:00:00Z, written as RFC 3339 in UTC.

use std::ops::Range;

/// The last second of the year 9999, after which RFC 3339 has no notation.
pub(super) const LATEST: i64 = 253_402_300_799;

const DAY: i64 = 86_400;

/// `seconds` as `2026-03-01T08:30:00Z`; moments before 1970 or after 9999 are shown as the nearest of these.
///
/// The calendar is H. Hinnant's `civil_from_days` ("chrono-Compatible Low-Level Date Algorithms", 2013), in which a year
/// begins in March so that the leap day is its last.
pub fn rfc3339(seconds: i64) -> String {
    let seconds = seconds.clamp(0, LATEST);
    let (days, rest) = (seconds / DAY + 719_468, seconds % DAY);
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// The seconds of a moment written by [`rfc3339`], or `None` for any other text, an impossible date included.
pub fn parse_rfc3339(text: &str) -> Option<i64> {
    let number = |range: Range<usize>| text.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let shifted_year = year - i64::from(month <= 2);
    let shifted_month = (month + 9) % 12;
    let (era, year_of_era) = (shifted_year.div_euclid(400), shifted_year.rem_euclid(400));
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468;
    let seconds = days * DAY + hour * 3600 + minute * 60 + second;
    // Writing it again finds every wrong sign, separator, month and day at once.
    (rfc3339(seconds) == text).then_some(seconds)
}

/// Optional moments in the lock file, for serde.
pub(super) mod optional {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(moment: &Option<i64>, out: S) -> Result<S::Ok, S::Error> {
        match moment {
            Some(seconds) => out.serialize_str(&super::rfc3339(*seconds)),
            None => out.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<i64>, D::Error> {
        let text = String::deserialize(input)?;
        super::parse_rfc3339(&text)
            .map(Some)
            .ok_or_else(|| D::Error::custom(format!("{text:?} is not a UTC date-time")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_back() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_772_353_800, "2026-03-01T08:30:00Z"),
            (LATEST, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(rfc3339(seconds), text);
            assert_eq!(parse_rfc3339(text), Some(seconds));
        }
        for day in (0..LATEST / DAY).step_by(97) {
            assert_eq!(parse_rfc3339(&rfc3339(day * DAY)), Some(day * DAY));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "2026-03-01", "2026-02-30T00:00:00Z", "2026-03-01T08:30:00+01:00", "2026-13-01T00:00:00Z", "é"]
        {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
    }
}
