//! The accent colour of a site, made readable on light and on dark pages.

use super::error::SiteError;

/// Page colours of the built-in style sheet, light and dark.
const GROUNDS: [[u8; 3]; 2] = [[0xfb, 0xfa, 0xf7], [0x15, 0x17, 0x1b]];

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
const LEAST: f64 = 4.5;

/// Style rules that set the accent to `#rrggbb`, darkened or lightened as far as reading needs it.
pub(super) fn style(accent: &str) -> Result<String, SiteError> {
    let colour = parse(accent).ok_or_else(|| SiteError::Accent(accent.to_owned()))?;
    let [light, dark] = [readable(colour, GROUNDS[0], 0), readable(colour, GROUNDS[1], 255)].map(hex);
    Ok(format!(
        "\n:root{{--accent:{light}}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{--accent:{dark}}}}}\n\
         :root[data-theme=dark]{{--accent:{dark}}}\n"
    ))
}

fn parse(accent: &str) -> Option<[u8; 3]> {
    let digits =
        accent.strip_prefix('#').filter(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// `colour` mixed with as little of `towards` (black or white) as gives the least contrast with `ground`.
fn readable(colour: [u8; 3], ground: [u8; 3], towards: u8) -> [u8; 3] {
    let mix = |part: u32| colour.map(|c| ((u32::from(c) * (20 - part) + u32::from(towards) * part) / 20) as u8);
    (0..=20).map(mix).find(|mixed| contrast(*mixed, ground) >= LEAST).unwrap_or([towards; 3])
}

/// The contrast ratio of WCAG 2.2, from 1 to 21.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_accent_is_readable() {
        for accent in ["#ffff00", "#000000", "#ffffff", "#1d4ed8", "#808080"] {
            let colour = parse(accent).expect("a colour");
            assert!(contrast(readable(colour, GROUNDS[0], 0), GROUNDS[0]) >= LEAST, "{accent}");
            assert!(contrast(readable(colour, GROUNDS[1], 255), GROUNDS[1]) >= LEAST, "{accent}");
        }
        assert_eq!(hex(readable([0x1d, 0x4e, 0xd8], GROUNDS[0], 0)), "#1d4ed8", "what is readable stays");
        assert!(style("red;}body{").is_err());
        assert!(style("#12345é").is_err());
    }
}
