//! Letters on a canvas, from one font that is compiled in: left to right, wrapped at words.
//!
//! The font knows Latin, Greek, Cyrillic and common signs. A text in another script is left out rather than drawn as boxes;
//! emoji and other signs that it lacks are left out of a text.

use ab_glyph::{Font, FontRef, InvalidFont, PxScale, ScaleFont, point};
use unicode_normalization::UnicodeNormalization;

use super::canvas::{Canvas, Colour};

const FONT: &[u8] = include_bytes!("../../../assets/fonts/dejavu-sans-bold.ttf");

/// What writes on a canvas.
pub struct Lettering {
    font: FontRef<'static>,
}

impl Lettering {
    /// Reads the font.
    pub fn new() -> Result<Self, InvalidFont> {
        FontRef::try_from_slice(FONT).map(|font| Self { font })
    }

    /// The text as it can be written on one line; `None` when the font lacks one of its letters, or nothing is left.
    pub fn writable(&self, text: &str) -> Option<String> {
        let composed: String = text.nfc().collect();
        let lacks_letter = |c: char| c.is_alphanumeric() && !self.has(c);
        if composed.chars().any(lacks_letter) {
            return None;
        }
        let kept: String = composed
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| self.has(*c))
            .collect();
        let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn has(&self, c: char) -> bool {
        self.font.glyph_id(c).0 != 0
    }

    /// How wide a text is, in pixels.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(PxScale::from(size));
        text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
    }

    /// A text as lines of at most this width; what does not fit in `most` lines ends in `…`.
    pub fn wrap(&self, text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for word in text.split(' ').flat_map(|word| self.pieces(word, size, width)) {
            let line = lines.last().map(String::as_str).unwrap_or_default();
            let longer = if line.is_empty() {
                word.clone()
            } else {
                format!("{line} {word}")
            };
            if line.is_empty() || self.width(&longer, size) <= width {
                lines.pop();
                lines.push(longer);
            } else {
                lines.push(word);
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(line) = lines.last_mut() {
                self.shorten(line, size, width);
            }
        }
        lines
    }

    /// A word that is wider than a line, in parts that are not.
    fn pieces(&self, word: &str, size: f32, width: f32) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for c in word.chars() {
            let piece = pieces
                .last_mut()
                .filter(|piece| self.width(&format!("{piece}{c}"), size) <= width);
            match piece {
                Some(piece) => piece.push(c),
                None => pieces.push(c.to_string()),
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// Ends a line in `…`, within its width, at a word where there is one.
    fn shorten(&self, line: &mut String, size: f32, width: f32) {
        while self.width(&format!("{line}…"), size) > width {
            let kept = line
                .rfind(' ')
                .or_else(|| line.char_indices().next_back().map(|(at, _)| at));
            line.truncate(kept.unwrap_or_default());
            if line.is_empty() {
                break;
            }
        }
        let kept = line.trim_end_matches([' ', ',', ';', ':', '.', '-']).len();
        line.truncate(kept);
        line.push('…');
    }

    /// A text cut to one line of this width.
    pub fn one_line(&self, text: &str, size: f32, width: f32) -> String {
        self.wrap(text, size, width, 1).pop().unwrap_or_default()
    }

    /// Writes a line from `left`, standing on `baseline`.
    pub fn write(&self, canvas: &mut Canvas, text: &str, size: f32, left: f32, baseline: f32, colour: Colour) {
        let font = self.font.as_scaled(PxScale::from(size));
        let mut pen = left;
        for c in text.chars() {
            let id = font.glyph_id(c);
            let glyph = id.with_scale_and_position(PxScale::from(size), point(pen, baseline));
            pen += font.h_advance(id);
            let Some(outline) = self.font.outline_glyph(glyph) else {
                continue;
            };
            let bounds = outline.px_bounds();
            let (x0, y0) = (bounds.min.x as i64, bounds.min.y as i64);
            outline.draw(|x, y, cover| canvas.blend(x0 + i64::from(x), y0 + i64::from(y), colour, cover));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_whole_without_its_emoji_or_not_at_all() {
        let lettering = Lettering::new().unwrap();
        let cases = [
            ("Why\u{301}  not?\n", Some("Whý not?")),
            ("Привет, κόσμε – č ş Ệ", Some("Привет, κόσμε – č ş Ệ")),
            ("Hub 🔥 reboots 👩‍💻 again ❤️", Some("Hub reboots again")),
            ("كيف أفتح الصندوق؟", None),
            ("どうやって開けますか", None),
            ("🔥🔥", None),
            ("", None),
            ("\u{202e}abc\u{0}", Some("abc")),
        ];
        for (text, expected) in cases {
            assert_eq!(lettering.writable(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_fit_and_too_many_end_in_an_ellipsis() {
        let lettering = Lettering::new().unwrap();
        let long = "How do I open the box when the key is inside it and nobody is at home? ".repeat(5);
        let endless = "x".repeat(400);
        for text in [long.trim(), &endless, "short"] {
            let lines = lettering.wrap(text, 60.0, 800.0, 3);
            assert!(lines.len() <= 3);
            for line in &lines {
                assert!(lettering.width(line, 60.0) <= 800.0, "{line}");
            }
            let is_cut = lines.last().unwrap().ends_with('…');
            assert_eq!(is_cut, text != "short", "{lines:?}");
        }
        assert_eq!(lettering.wrap("a b", 60.0, 800.0, 3), ["a b"]);
    }
}
