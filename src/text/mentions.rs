//! Who is named in a text: by a link to their page whose words begin with `@`, as the editor's completion writes it, or by `@name`.
//!
//! What stands in code or in a quotation names nobody: that was somebody else's word.

use crate::domain::id::UserId;
use crate::domain::slug::fold;
use crate::urls::person_linked;

/// The most people that one text may call.
pub const MOST: usize = 10;
/// The longest name that is looked for, in characters.
const LONGEST: usize = 40;

/// Somebody who is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// By a link to their page.
    Person(UserId),
    /// By their name, folded.
    Name(String),
}

/// Who is named in rendered HTML, each once, in the order in which they are.
pub fn mentions(html: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    // How deep the text stands in what names nobody, and the person to whose page a link around it leads.
    let (mut hidden, mut link) = (0_usize, None::<Option<UserId>>);
    for piece in html.split('<') {
        // Before the first tag there is only text.
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name {
            "code" | "pre" | "blockquote" => hidden += 1,
            "/code" | "/pre" | "/blockquote" => hidden = hidden.saturating_sub(1),
            "a" => link = Some(address(tag).and_then(person_linked)),
            "/a" => link = None,
            _ => {}
        }
        if hidden > 0 {
            continue;
        }
        match link {
            Some(Some(person)) if text.starts_with('@') => keep(&mut found, Mention::Person(person)),
            Some(_) => {}
            None => names(text).for_each(|name| keep(&mut found, Mention::Name(name))),
        }
    }
    found.truncate(MOST);
    found
}

fn keep(found: &mut Vec<Mention>, mention: Mention) {
    if !found.contains(&mention) {
        found.push(mention);
    }
}

fn address(tag: &str) -> Option<&str> {
    tag.split_once("href=\"")?.1.split('"').next()
}

/// The names behind signs that begin a word: an address of mail names nobody.
fn names(text: &str) -> impl Iterator<Item = String> {
    let mut before = ' ';
    let starts = text.char_indices().filter(move |(_, c)| {
        let begins = *c == '@' && !before.is_alphanumeric() && !matches!(before, '@' | '.' | '/' | '-' | '_');
        before = *c;
        begins
    });
    starts.filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        let name: String = rest.chars().take_while(is_part).take(LONGEST + 1).collect();
        let name = name.trim_end_matches(['.', '-']);
        let is_name = !name.is_empty() && name.chars().count() <= LONGEST;
        is_name.then(|| fold(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::markdown::render;
    use crate::text::quotation::mention;

    fn of(markdown: &str) -> Vec<Mention> {
        mentions(render(markdown).as_str())
    }

    fn name(text: &str) -> Mention {
        Mention::Name(text.to_owned())
    }

    #[test]
    fn people_are_named_by_link_and_by_name() {
        let link = mention("Bob the Builder", "/users/3/bob-the-builder");
        let found = of(&format!("{link} and @Ada, (@cat) and @ada."));
        assert_eq!(found, [Mention::Person(UserId::stored(3)), name("ada"), name("cat")]);
    }

    #[test]
    fn neither_code_nor_quotations_nor_addresses_name_anybody() {
        for text in [
            "`@ada`",
            "```\n@ada\n```",
            "> @ada said so",
            "write to ada@example.com",
            "see https://example.com/@ada",
            "[@ada](https://example.com/users/3/ada)",
            "[ada](/users/3/ada)",
            "@ ada @",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn one_text_calls_so_many_at_most() {
        let many: Vec<String> = (0..50).map(|number| format!("@person{number}")).collect();
        assert_eq!(of(&many.join(" ")).len(), MOST);
    }
}
