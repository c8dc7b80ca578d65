//! One version of each article for a list: in the reader's language where it is there.

use super::ArticleRow;
use crate::domain::id::ArticleId;
use crate::domain::language::Language;

/// The article of which a row is a version, or itself.
pub(super) fn root_of(row: &ArticleRow) -> ArticleId {
    row.original.unwrap_or(row.id)
}

/// The articles of these rows, each once, at the place of its first version: in this language if it is among the versions,
/// else the original, else as the row has it.
pub(super) fn once(rows: &[ArticleRow], versions: &[ArticleRow], language: Language, most: i64) -> Vec<ArticleRow> {
    let mut named: Vec<ArticleId> = Vec::new();
    let mut chosen = Vec::new();
    for row in rows {
        let root = root_of(row);
        if named.contains(&root) {
            continue;
        }
        named.push(root);
        let of_it = || versions.iter().filter(|version| root_of(version) == root);
        let spoken = of_it().find(|version| version.language == language);
        let original = || of_it().find(|version| version.id == root);
        chosen.push(spoken.or_else(original).unwrap_or(row).clone());
    }
    chosen.truncate(usize::try_from(most).unwrap_or_default());
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::article::ArticleState;
    use crate::domain::category::Audience;

    fn row(id: i64, original: Option<i64>, language: Language) -> ArticleRow {
        ArticleRow {
            id: ArticleId::stored(id),
            title: String::new(),
            short_answer: String::new(),
            state: ArticleState::Published,
            audience: Audience::Public,
            language,
            original: original.map(ArticleId::stored),
            section: String::new(),
            edited_at: chrono::DateTime::UNIX_EPOCH,
            review_at: None,
            view_count: 0,
            helpful_count: 0,
            unhelpful_count: 0,
        }
    }

    #[test]
    fn each_article_stands_once_in_the_readers_language_or_as_it_was_written() {
        use Language::{English, Filipino, Indonesian};
        let rows = [
            row(4, Some(1), Indonesian),
            row(2, None, English),
            row(1, None, English),
            row(6, Some(3), Filipino),
        ];
        // The original 3 is out of sight; a version of 2 is read too little to stand in the rows.
        let mut versions = rows.to_vec();
        versions.push(row(5, Some(2), Indonesian));
        let ids = |language, most| -> Vec<i64> {
            let chosen = once(&rows, &versions, language, most);
            chosen.iter().map(|row| row.id.get()).collect()
        };
        assert_eq!(ids(English, 9), [1, 2, 6]);
        assert_eq!(ids(Indonesian, 9), [4, 5, 6]);
        assert_eq!(ids(Filipino, 2), [1, 2]);
    }
}
