//! Colours: reading them, how well they stand out, and the shades that follow from the forum's one accent.
//!
//! Contrast is that of WCAG 2. Shades are made in Oklab, where a step in lightness looks like a step in lightness.

use std::fmt;

/// The least contrast of text with its ground, after WCAG 2, level AA.
pub const LEAST_CONTRAST: f64 = 4.5;

/// The grounds of the light look on which the accent stands as text: `--paper`, `--card` and `--sunk` of the style sheet.
pub const LIGHT_GROUNDS: [Colour; 3] = [
    Colour::new(0xfa, 0xf8, 0xf4),
    Colour::new(0xff, 0xff, 0xff),
    Colour::new(0xf1, 0xed, 0xe5),
];

/// The same grounds of the dark look.
pub const DARK_GROUNDS: [Colour; 3] = [
    Colour::new(0x19, 0x17, 0x15),
    Colour::new(0x21, 0x1f, 0x1c),
    Colour::new(0x2b, 0x28, 0x24),
];

/// A colour of a screen: red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// A colour by its parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#rrggbb`; the sign may be missing.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize| {
            let digits = digits.get(from..from + 2)?;
            u8::from_str_radix(digits, 16).ok()
        };
        Some(Self::new(part(0)?, part(2)?, part(4)?))
    }

    /// The six digits without a sign, as addresses carry them.
    pub fn digits(self) -> String {
        format!("{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// How well this colour stands out from another, from 1 (not at all) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance of WCAG 2, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn stands_out_from(self, grounds: &[Self]) -> bool {
        grounds.iter().all(|ground| self.contrast(*ground) >= LEAST_CONTRAST)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.digits())
    }
}

/// An accent that can be read wherever the style sheet puts it, and the shades that follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Links and buttons on light grounds: the accent itself.
    pub accent: Shades,
    /// The same under the pointer.
    pub strong: Shades,
    /// The faint ground of notices and pressed buttons.
    pub wash: Shades,
    /// Words on a button of the accent.
    pub on_accent: Shades,
    /// The band of the home page, under white words.
    pub band: Shades,
    /// Words on the white button of the band.
    pub band_ink: Colour,
    /// That button under the pointer.
    pub band_tint: Colour,
}

/// A colour in the light look and in the dark one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// On light grounds.
    pub light: Colour,
    /// On dark grounds.
    pub dark: Colour,
}

impl Palette {
    /// The shades of an accent; or, when it would be hard to read, the nearest accent that is not.
    pub fn of(accent: Colour) -> Result<Self, Colour> {
        let colour = Oklab::of(accent);
        let wash_light = colour.shade(0.94, 0.022);
        let [paper, card, sunk] = LIGHT_GROUNDS;
        if !accent.stands_out_from(&[paper, card, sunk, wash_light]) {
            return Err(colour.nearest_readable(&[paper, card, sunk, wash_light]));
        }
        let wash_dark = colour.shade(0.31, 0.05);
        let [paper, card, sunk] = DARK_GROUNDS;
        let on_dark = colour.lighter(0.79, 0.11, &[paper, card, sunk, wash_dark]);
        Ok(Self {
            accent: Shades {
                light: accent,
                dark: on_dark,
            },
            strong: Shades {
                light: colour.shade((colour.lightness - 0.09).max(0.0), 1.0),
                dark: Oklab::of(on_dark).shade(Oklab::of(on_dark).lightness + 0.07, 0.08),
            },
            wash: Shades {
                light: wash_light,
                dark: wash_dark,
            },
            on_accent: Shades {
                light: Colour::new(0xff, 0xff, 0xff),
                dark: colour.shade(0.22, 0.05),
            },
            band: Shades {
                light: colour.shade(colour.lightness.min(0.39), 1.0),
                dark: colour.shade(0.32, 0.09),
            },
            band_ink: colour.shade(0.29, 0.08),
            band_tint: colour.shade(0.92, 0.03),
        })
    }
}

/// A colour by lightness (0 to 1) and the two axes of its hue.
#[derive(Debug, Clone, Copy)]
struct Oklab {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Oklab {
    fn of(colour: Colour) -> Self {
        let [red, green, blue] = colour.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Self {
            lightness: 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            a: 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
            b: 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
        }
    }

    /// The same hue at this lightness, no more colourful than `most`, and than a screen can show.
    fn shade(self, lightness: f64, most: f64) -> Colour {
        let colourful = self.a.hypot(self.b);
        let mut share = if colourful > most { most / colourful } else { 1.0 };
        for _ in 0..40 {
            let shade = Self {
                lightness,
                a: self.a * share,
                b: self.b * share,
            };
            if let Some(colour) = shade.on_a_screen() {
                return colour;
            }
            share *= 0.92;
        }
        let grey = Self {
            lightness: lightness.clamp(0.0, 1.0),
            a: 0.0,
            b: 0.0,
        };
        grey.on_a_screen().unwrap_or(Colour::new(0, 0, 0))
    }

    /// `None` when a screen cannot show it.
    fn on_a_screen(self) -> Option<Colour> {
        let long = (self.lightness + 0.396_337_777_4 * self.a + 0.215_803_757_3 * self.b).powi(3);
        let medium = (self.lightness - 0.105_561_345_8 * self.a - 0.063_854_172_8 * self.b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * self.a - 1.291_485_548_0 * self.b).powi(3);
        Some(Colour::new(
            part(4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short)?,
            part(-1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short)?,
            part(-0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short)?,
        ))
    }

    /// The first shade from `lightness` upwards that stands out from these dark grounds.
    fn lighter(self, lightness: f64, most: f64, grounds: &[Colour]) -> Colour {
        let steps = (0..).map(|step| lightness + 0.01 * f64::from(step));
        let mut shades = steps
            .take_while(|lightness| *lightness < 1.0)
            .map(|one| self.shade(one, most));
        let found = shades.find(|shade| shade.stands_out_from(grounds));
        found.unwrap_or(Colour::new(0xff, 0xff, 0xff))
    }

    /// The lightest shade of this hue that stands out from these light grounds.
    fn nearest_readable(self, grounds: &[Colour]) -> Colour {
        let steps = (0..).map(|step| self.lightness - 0.004 * f64::from(step));
        let mut shades = steps
            .take_while(|lightness| *lightness > 0.0)
            .map(|one| self.shade(one, 1.0));
        let found = shades.find(|shade| shade.stands_out_from(grounds) && Palette::of(*shade).is_ok());
        found.unwrap_or(Colour::new(0, 0, 0))
    }
}

/// A linear part from 0 to 1 as a screen takes it; `None` outside.
fn part(linear: f64) -> Option<u8> {
    if !(-0.000_5..=1.000_5).contains(&linear) {
        return None;
    }
    let linear = linear.clamp(0.0, 1.0);
    let part = if linear <= 0.003_130_8 {
        linear * 12.92
    } else {
        1.055 * linear.powf(1.0 / 2.4) - 0.055
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is between 0 and 255"
    )]
    Some((part * 255.0).round() as u8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHITE: Colour = Colour::new(255, 255, 255);

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_read_and_written() {
        assert_eq!(colour(" #A0b1C2 ").to_string(), "#a0b1c2");
        assert_eq!(colour("a0b1c2"), Colour::new(0xa0, 0xb1, 0xc2));
        for wrong in ["", "#abc", "#12345g", "#1234567", "red", "#éa0b", "+12345"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((colour("#000000").contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(WHITE) - 1.0).abs() < 1e-9);
        // The greys that every guide names: 4.48 fails on white, 4.54 passes.
        assert!(colour("#777777").contrast(WHITE) < LEAST_CONTRAST);
        assert!(colour("#767676").contrast(WHITE) >= LEAST_CONTRAST);
    }

    #[test]
    fn a_shade_of_its_own_lightness_is_the_colour_itself() {
        for text in ["#34479b", "#a3241d", "#808080", "#00ff00"] {
            let lab = Oklab::of(colour(text));
            assert_eq!(lab.shade(lab.lightness, 1.0), colour(text));
        }
    }

    #[test]
    fn a_bright_accent_is_answered_with_a_darker_one_of_its_hue() {
        let nearest = Palette::of(colour("#ffcc00")).unwrap_err();
        assert!(Palette::of(nearest).is_ok());
        assert!(nearest.red > nearest.green && nearest.green > nearest.blue, "{nearest}");
        let passing = colour("#34479b");
        assert_eq!(Palette::of(passing).unwrap().accent.light, passing);
    }

    proptest! {
        #[test]
        fn whatever_the_accent_everything_that_is_read_can_be_read(red: u8, green: u8, blue: u8) {
            let wanted = Colour::new(red, green, blue);
            let accent = Palette::of(wanted).err().unwrap_or(wanted);
            let palette = Palette::of(accent).expect("the nearest accent passes");
            for (ink, ground) in [
                (palette.accent.light, palette.wash.light),
                (palette.accent.dark, palette.wash.dark),
                (palette.on_accent.light, palette.accent.light),
                (palette.on_accent.dark, palette.accent.dark),
                (palette.on_accent.light, palette.strong.light),
                (palette.on_accent.dark, palette.strong.dark),
                (WHITE, palette.band.light),
                (WHITE, palette.band.dark),
                (palette.band_ink, WHITE),
                (palette.band_ink, palette.band_tint),
            ] {
                prop_assert!(ink.contrast(ground) >= LEAST_CONTRAST, "{ink} on {ground} of {accent}");
            }
            for (ink, grounds) in [(palette.accent.light, LIGHT_GROUNDS), (palette.accent.dark, DARK_GROUNDS)] {
                prop_assert!(ink.stands_out_from(&grounds), "{ink} of {accent}");
            }
        }
    }
}
