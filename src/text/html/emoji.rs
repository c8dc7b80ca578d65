//! The names that Discourse gives to small pictures, as characters.

/// Answers the character of `:name:`; a name that we do not know stays as it is, between its colons.
pub(super) fn of(name: &str) -> String {
    let bare = name.trim_matches(':');
    match NAMES.binary_search_by_key(&bare, |(name, _)| name) {
        Ok(at) => NAMES
            .get(at)
            .map(|(_, character)| (*character).to_owned())
            .unwrap_or_default(),
        Err(_) if bare.is_empty() || !bare.is_ascii() => bare.to_owned(),
        Err(_) => format!(":{bare}:"),
    }
}

/// In the order of their names.
const NAMES: &[(&str, &str)] = &[
    ("+1", "👍"),
    ("-1", "👎"),
    ("angry", "😠"),
    ("astonished", "😲"),
    ("beer", "🍺"),
    ("blush", "😊"),
    ("books", "📚"),
    ("boom", "💥"),
    ("bug", "🐛"),
    ("bulb", "💡"),
    ("clap", "👏"),
    ("coffee", "☕"),
    ("confetti_ball", "🎊"),
    ("confounded", "😖"),
    ("confused", "😕"),
    ("crazy_face", "🤪"),
    ("cry", "😢"),
    ("disappointed", "😞"),
    ("disappointed_relieved", "😥"),
    ("exclamation", "❗"),
    ("expressionless", "😑"),
    ("eyes", "👀"),
    ("face_with_monocle", "🧐"),
    ("face_with_raised_eyebrow", "🤨"),
    ("fearful", "😨"),
    ("fire", "🔥"),
    ("flushed", "😳"),
    ("frowning", "😦"),
    ("frowning_face", "☹️"),
    ("grimacing", "😬"),
    ("grin", "😁"),
    ("grinning", "😀"),
    ("heart", "❤️"),
    ("heart_eyes", "😍"),
    ("heartbeat", "💓"),
    ("hugs", "🤗"),
    ("information_source", "ℹ️"),
    ("innocent", "😇"),
    ("joy", "😂"),
    ("kissing_heart", "😘"),
    ("laughing", "😆"),
    ("man_facepalming", "🤦‍♂️"),
    ("man_shrugging", "🤷‍♂️"),
    ("musical_note", "🎵"),
    ("nerd", "🤓"),
    ("nerd_face", "🤓"),
    ("neutral_face", "😐"),
    ("no_mouth", "😶"),
    ("ok_hand", "👌"),
    ("open_mouth", "😮"),
    ("partying_face", "🥳"),
    ("pensive", "😔"),
    ("point_up", "☝️"),
    ("pray", "🙏"),
    ("question", "❓"),
    ("relaxed", "☺️"),
    ("relieved", "😌"),
    ("rocket", "🚀"),
    ("rofl", "🤣"),
    ("roll_eyes", "🙄"),
    ("scream", "😱"),
    ("slight_frown", "🙁"),
    ("slight_smile", "🙂"),
    ("slightly_smiling_face", "🙂"),
    ("smile", "😄"),
    ("smiley", "😃"),
    ("smiling_imp", "😈"),
    ("smirk", "😏"),
    ("sob", "😭"),
    ("sparkles", "✨"),
    ("star", "⭐"),
    ("star_struck", "🤩"),
    ("stuck_out_tongue", "😛"),
    ("stuck_out_tongue_closed_eyes", "😝"),
    ("stuck_out_tongue_winking_eye", "😜"),
    ("sunglasses", "😎"),
    ("sweat", "😓"),
    ("sweat_smile", "😅"),
    ("tada", "🎉"),
    ("thinking", "🤔"),
    ("thumbsdown", "👎"),
    ("thumbsup", "👍"),
    ("tired_face", "😫"),
    ("unamused", "😒"),
    ("upside_down_face", "🙃"),
    ("warning", "⚠️"),
    ("wave", "👋"),
    ("white_check_mark", "✅"),
    ("wink", "😉"),
    ("worried", "😟"),
    ("x", "❌"),
    ("yum", "😋"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| name));
    }

    #[test]
    fn a_name_becomes_a_character_or_stays() {
        assert_eq!(of(":wink:"), "😉");
        assert_eq!(of("smiley"), "😃");
        assert_eq!(of(":urho:"), ":urho:");
        assert_eq!(of("😀"), "😀");
    }
}
