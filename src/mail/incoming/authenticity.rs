//! Whether a message is from whom it says, by what our own mail server found (Authentication-Results, RFC 8601).
//!
//! Anybody can write such a field: only the topmost one counts that names our own server.

/// What our mail server says about who a message is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authenticity {
    /// The domain that it is from vouches for it.
    Proven,
    /// It does not, or our server says nothing.
    Unproven,
}

/// Reads the fields of a message from the top; `domain` is that of the address in its From field.
pub(super) fn of(fields: &[String], server: &str, domain: &str) -> Authenticity {
    let counted = fields
        .iter()
        .map(|field| parts(field))
        .find(|parts| is_by(parts, server));
    let is_proven = counted.is_some_and(|parts| parts.iter().skip(1).any(|result| vouches(result, domain)));
    if is_proven {
        Authenticity::Proven
    } else {
        Authenticity::Unproven
    }
}

/// The words of each part of a field, in lower case, without comments: first the server, then its results.
fn parts(field: &str) -> Vec<Vec<String>> {
    let mut parts = vec![Vec::new()];
    let mut word = String::new();
    let (mut comments, mut quoted) = (0_usize, false);
    let mut characters = field.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if comments > 0 || quoted => {
                let escaped = characters.next();
                word.extend(escaped.filter(|_| comments == 0));
            }
            '"' if comments == 0 => quoted = !quoted,
            '(' if !quoted => comments += 1,
            ')' if !quoted && comments > 0 => comments -= 1,
            _ if comments > 0 => {}
            ';' if !quoted => {
                end_word(&mut word, &mut parts);
                parts.push(Vec::new());
            }
            space if space.is_whitespace() && !quoted => end_word(&mut word, &mut parts),
            other => word.extend(other.to_lowercase()),
        }
    }
    end_word(&mut word, &mut parts);
    parts
}

fn end_word(word: &mut String, parts: &mut [Vec<String>]) {
    if !word.is_empty()
        && let Some(part) = parts.last_mut()
    {
        part.push(std::mem::take(word));
    }
}

fn is_by(parts: &[Vec<String>], server: &str) -> bool {
    let named = parts.first().and_then(|part| part.first());
    named.is_some_and(|named| named.eq_ignore_ascii_case(server.trim()))
}

/// Whether one result says that the domain stands behind the message.
fn vouches(result: &[String], domain: &str) -> bool {
    let Some((method, outcome)) = result.first().and_then(|word| word.split_once('=')) else {
        return false;
    };
    let method = method.split('/').next().unwrap_or_default();
    if outcome != "pass" {
        return false;
    }
    let property = |names: &[&str]| {
        let mut found = result.iter().filter_map(|word| word.split_once('='));
        found.find(|(name, _)| names.contains(name)).map(|(_, value)| value)
    };
    match method {
        "dmarc" => property(&["header.from"]).is_none_or(|from| domain_of(from) == domain),
        "dkim" => property(&["header.d", "header.i"]).is_some_and(|by| is_aligned(domain_of(by), domain)),
        "spf" => property(&["smtp.mailfrom", "smtp.mail"]).is_some_and(|by| is_aligned(domain_of(by), domain)),
        _ => false,
    }
}

fn domain_of(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or(address).trim_end_matches('.')
}

/// Whether two domains belong to one owner: they are the same, or one is a part of the other.
fn is_aligned(one: &str, other: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        outer.contains('.') && inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'))
    };
    !one.is_empty() && (one == other || within(one, other) || within(other, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_proven(fields: &[&str]) -> bool {
        let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
        of(&fields, "mx.example.net", "example.com") == Authenticity::Proven
    }

    #[test]
    fn the_domain_itself_must_vouch() {
        for good in [
            "mx.example.net; dkim=pass header.d=example.com header.s=x",
            "MX.example.net 1; spf=fail smtp.mailfrom=a@evil.example; dkim=pass (2048-bit; \"x\") header.i=@example.com",
            "mx.example.net; spf=pass smtp.mailfrom=bounces@mail.example.com",
            "mx.example.net; dmarc=pass (p=none) header.from=example.com",
            "\"mx.example.net\"; dkim/1=pass header.d=Example.COM",
        ] {
            assert!(is_proven(&[good]), "{good}");
        }
        for bad in [
            "mx.example.net; none",
            "mx.example.net; dkim=fail header.d=example.com",
            "mx.example.net; dkim=pass header.d=evil.example",
            "mx.example.net; dkim=pass header.d=notexample.com",
            "mx.example.net; dkim=pass header.d=com",
            "mx.example.net; dkim=pass",
            "mx.example.net; dmarc=pass header.from=evil.example",
            "mx.example.net; (dkim=pass header.d=example.com)",
            "mx.example.net; auth=pass smtp.auth=ada@example.com",
            "mx.evil.example; dkim=pass header.d=example.com",
            "evil; mx.example.net; dkim=pass header.d=example.com",
            "",
            "((((",
        ] {
            assert!(!is_proven(&[bad]), "{bad}");
        }
    }

    #[test]
    fn only_the_topmost_of_our_server_counts() {
        let (good, bad) = (
            "mx.example.net; dkim=pass header.d=example.com",
            "mx.example.net; dkim=none",
        );
        assert!(is_proven(&["other.example; dkim=fail", good, bad]));
        assert!(!is_proven(&[bad, good]));
        assert!(!is_proven(&[]));
    }
}
