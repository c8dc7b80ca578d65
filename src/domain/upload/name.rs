//! What a file is called: never a path, nothing that reads otherwise than it is, and an ending that fits what it is.

use super::UploadKind;

/// The longest name, in characters, with its ending.
const LONGEST_NAME: usize = 80;

/// The cleaned name of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

impl FileName {
    /// Cleans a name that somebody sent, for a file of this kind.
    ///
    /// What stands before the last slash goes, and so do characters that control, that turn the direction of reading or that are
    /// not seen, and those that file systems have a use for.
    pub fn clean(sent: &str, kind: UploadKind) -> Self {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept: String = last.chars().filter(|character| is_plain(*character)).collect();
        let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        let kept = kept.trim_matches(['.', ' ', '-']);
        let (stem, ending) = kept.rsplit_once('.').unwrap_or((kept, ""));
        let folded = ending.to_ascii_lowercase();
        let first = kind.endings().first().copied().unwrap_or_default();
        let is_picture_by_name = matches!(&*folded, "png" | "jpg" | "jpeg" | "gif" | "webp");
        let (stem, ending) = match kind.endings().iter().find(|fitting| **fitting == folded) {
            Some(fitting) => (stem, *fitting),
            None if kind.is_picture() && is_picture_by_name => (stem, first),
            None => (kept, first),
        };
        let stem: String = stem.chars().take(LONGEST_NAME - ending.len() - 1).collect();
        let stem = stem.trim_matches(['.', ' ', '-']);
        let stem = if stem.is_empty() { "file" } else { stem };
        Self(format!("{stem}.{ending}"))
    }

    /// The name that a row has.
    pub fn stored(name: String) -> Self {
        Self(name)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_plain(character: char) -> bool {
    let turns =
        matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let is_unseen = matches!(character, '\u{ad}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}');
    !character.is_control() && !turns && !is_unseen && !r#"<>:"|?*"#.contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(sent: &str, kind: UploadKind) -> String {
        FileName::clean(sent, kind).0
    }

    #[test]
    fn a_name_is_no_path_and_reads_as_it_is() {
        let cases = [
            ("../../etc/passwd", UploadKind::Text, "passwd.txt"),
            ("C:\\temp\\boot.log", UploadKind::Text, "boot.log"),
            ("a\0b.png", UploadKind::Png, "ab.png"),
            ("evil\u{202e}gnp.exe", UploadKind::Zip, "evilgnp.exe.zip"),
            ("..", UploadKind::Pdf, "file.pdf"),
            ("", UploadKind::Png, "file.png"),
            ("photo.JPEG", UploadKind::Jpeg, "photo.jpeg"),
            ("photo.webp", UploadKind::Jpeg, "photo.jpg"),
            ("run.bat", UploadKind::Text, "run.bat.txt"),
            ("<script>alert(1)<.txt", UploadKind::Text, "scriptalert(1).txt"),
            ("my   notes .md", UploadKind::Text, "my notes.md"),
            (".htaccess", UploadKind::Text, "htaccess.txt"),
        ];
        for (sent, kind, expected) in cases {
            assert_eq!(clean(sent, kind), expected, "{sent:?}");
        }
        assert_eq!(clean(&"é".repeat(300), UploadKind::Png).chars().count(), LONGEST_NAME);
    }
}
