//! How large an image is shown, so that a page can keep its place free.

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Size {
    /// The size that an image's file states; `svg` where it is one, else its kind is told by its first bytes.
    pub(super) fn read(bytes: &[u8], svg: bool) -> Option<Self> {
        if svg {
            return drawing(std::str::from_utf8(bytes).ok()?);
        }
        let size = imagesize::blob_size(bytes).ok()?;
        Some(Self { width: u32::try_from(size.width).ok()?, height: u32::try_from(size.height).ok()? })
    }
}

/// The size of an SVG document: its own width and height, else those of its view box (SVG 2, section 8.2).
fn drawing(text: &str) -> Option<Size> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let pixels = |name: &str| attribute(tag, name).map(|value| value.trim_end_matches("px")).and_then(length);
    let size = |width: f64, height: f64| Size { width: width.round() as u32, height: height.round() as u32 };
    let view: Vec<f64> = attribute(tag, "viewBox")
        .map(|value| value.split([' ', ',', '\t', '\n']).filter(|part| !part.is_empty()).filter_map(length).collect())
        .unwrap_or_default();
    match (pixels("width"), pixels("height"), view.as_slice()) {
        (Some(width), Some(height), _) => Some(size(width, height)),
        (Some(width), None, &[_, _, w, h]) if w > 0.0 => Some(size(width, width * h / w)),
        (None, Some(height), &[_, _, w, h]) if h > 0.0 => Some(size(height * w / h, height)),
        (None, None, &[_, _, w, h]) => Some(size(w, h)),
        _ => None,
    }
    .filter(|size| size.width > 0 && size.height > 0)
}

/// A number of pixels; a length in another unit depends on where it is shown.
fn length(value: &str) -> Option<f64> {
    value.trim().parse().ok().filter(|value: &f64| value.is_finite() && *value < 1e6)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let own = tag[..at].ends_with(char::is_whitespace);
        rest[1..].split(quote).next().filter(|_| own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_tell_their_size() {
        for (tag, size) in [
            ("<svg viewBox='0 0 640 296' width=\"320\" height=\"148px\">", Some((320, 148))),
            ("<?xml?>\n<svg\nviewBox=\"0,0, 12.4 6\">", Some((12, 6))),
            ("<svg width=\"100%\" viewBox=\"0 0 30 20\">", Some((30, 20))),
            ("<svg width=\"60\" viewBox=\"0 0 30 20\">", Some((60, 40))),
            ("<svg stroke-width=\"3\" height=\"4\">", None),
            ("<svg viewBox=\"0 0 0 0\">", None),
            ("<svg", None),
            ("not a drawing", None),
        ] {
            let found = Size::read(tag.as_bytes(), true);
            assert_eq!(found.map(|size| (size.width, size.height)), size, "{tag}");
        }
    }

    #[test]
    fn pictures_tell_their_size_in_their_first_bytes() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x07\0\0\0\x05\x08\x06\0\0\0";
        let gif = b"GIF89a\x07\0\x05\0\0\0\0";
        let jpeg = b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x0b\x08\0\x05\0\x07\x01\x01\x11\0";
        let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x06\x00\x01\x00\0\0\0\0\0\0\0\0\0\0\0";
        for bytes in [&png[..], gif, jpeg, webp] {
            assert_eq!(Size::read(bytes, false), Some(Size { width: 7, height: 5 }), "{bytes:?}");
        }
        assert_eq!(Size::read(b"not a picture", false), None);
    }
}
