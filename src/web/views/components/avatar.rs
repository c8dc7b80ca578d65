//! The small round mark that stands for a person.

use maud::{Markup, html};

/// How many tones the style sheet knows (`tone-0` to `tone-7`).
const TONES: u32 = 8;

/// How large an avatar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Beside a line of small text: 20 px.
    Small,
    /// Beside a post: 36 px.
    Medium,
    /// On a profile: 72 px.
    Large,
}

impl Face {
    fn pixels(self) -> u32 {
        match self {
            Self::Small => 20,
            Self::Medium => 36,
            Self::Large => 72,
        }
    }
}

/// The person's initials on a tone that follows from the name; hidden from readers by ear, as the name stands beside it.
pub fn avatar(name: &str, face: Face) -> Markup {
    let pixels = face.pixels();
    html! {
        svg class={ "avatar tone-" (tone(name)) } width=(pixels) height=(pixels) viewBox="0 0 36 36" aria-hidden="true" focusable="false" {
            rect width="36" height="36" rx="18" {}
            text x="18" y="18" dy="0.35em" text-anchor="middle" { (initials(name)) }
        }
    }
}

/// FNV-1a over the name: the same person has the same tone on every page and node.
fn tone(name: &str) -> u32 {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 8) % TONES
}

fn initials(name: &str) -> String {
    let mut words = name
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    let both: String = first.into_iter().chain(last).collect();
    if both.is_empty() {
        "?".to_owned()
    } else {
        both.to_uppercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        assert_eq!(initials("ada"), "A");
        assert_eq!(initials("Ada King Lovelace"), "AL");
        assert_eq!(initials("_-_"), "?");
        assert_eq!(initials("ليلى حسن"), "لح");
    }
}
