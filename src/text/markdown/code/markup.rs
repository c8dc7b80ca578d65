//! HTML, XML and their kin: tags, the names and values of attributes, comments.

use super::{Piece, Pieces, Token};

/// The pieces of such a text; what stands between tags is plain.
pub(super) fn pieces(code: &str) -> Vec<Piece<'_>> {
    let mut pieces = Pieces::of(code);
    let mut at = 0;
    while let Some(rest) = code.get(at..) {
        let Some(open) = rest.find('<') else { break };
        at += open;
        let rest = code.get(at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            pieces.take(Token::Comment, at, at + end);
            at += end;
        } else if rest.get(1..).is_some_and(begins_tag) {
            at = tag(&mut pieces, code, at);
        } else {
            at += 1;
        }
    }
    pieces.whole()
}

fn begins_tag(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Takes a tag apart and answers where it ends.
fn tag(pieces: &mut Pieces<'_>, code: &str, start: usize) -> usize {
    let rest = code.get(start..).unwrap_or_default();
    let name = rest
        .char_indices()
        .skip(2)
        .find(|(_, c)| !is_name(*c))
        .map_or(rest.len(), |(at, _)| at);
    pieces.take(Token::Keyword, start, start + name);
    let mut at = start + name;
    while let Some((first, rest)) = code.get(at..).and_then(|rest| Some((rest.chars().next()?, rest))) {
        match first {
            '>' => {
                pieces.take(Token::Keyword, at, at + 1);
                return at + 1;
            }
            '<' => return at,
            '"' | '\'' => {
                let inside = rest.get(1..).unwrap_or_default();
                let end = inside.find(first).map_or(rest.len(), |end| end + 2);
                pieces.take(Token::Text, at, at + end);
                at += end;
            }
            c if is_name(c) => {
                let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
                pieces.take(Token::Name, at, at + end);
                at += end;
            }
            other => at += other.len_utf8(),
        }
    }
    code.len()
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | ':' | '.' | '@')
}
