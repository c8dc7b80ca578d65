//! What a form brought, kept until it is answered: where a fault is all there is to answer, the page gives it back.

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::web::BytesMut;
use actix_web::{HttpMessage, HttpRequest};
use futures_util::{StreamExt, stream};

use super::consent;
use super::extract::{LARGEST_FORM, is_form, is_utf8};

/// Fields that a page brought along; a form of nothing else has nothing to lose.
const OF_PAGES: &[&str] = &["form_key", "agreed", "back", "after"];

/// The fields of a form, without secrets, in their order.
#[derive(Debug, Clone)]
pub struct KeptForm {
    /// Names and values.
    pub fields: Vec<(String, String)>,
}

/// Reads a form and keeps it with its request. What is no form, or too large for one, passes for others to refuse.
pub async fn keep(request: &HttpRequest, mut payload: Payload) -> Payload {
    if request.method() != Method::POST || !is_form(request) {
        return payload;
    }
    let mut read = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        match chunk {
            Ok(chunk) if read.len() + chunk.len() <= LARGEST_FORM => read.extend_from_slice(&chunk),
            strange => {
                let begun = stream::iter([Ok(read.freeze()), strange]);
                let payload = Box::pin(begun.chain(payload));
                return Payload::Stream { payload };
            }
        }
    }
    if let Some(kept) = kept(&read) {
        request.extensions_mut().insert(kept);
    }
    Payload::from(read.freeze())
}

fn kept(read: &[u8]) -> Option<KeptForm> {
    let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(read).ok().filter(|_| is_utf8(read))?;
    // A consent is asked for anew where it is still owed; elsewhere no form has such a field.
    let is_kept = |name: &str| !name.contains("password") && name != "code" && name != consent::FIELD;
    let is_typed = |name: &str, value: &str| !value.trim().is_empty() && !OF_PAGES.contains(&name);
    let fields: Vec<_> = fields.into_iter().filter(|(name, _)| is_kept(name)).collect();
    let mut names: Vec<&str> = fields.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    // Where a form of ours has a field twice, as of boxes to tick, nothing is typed into it.
    if names
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one == other))
    {
        return None;
    }
    let has_text = fields.iter().any(|(name, value)| is_typed(name, value));
    has_text.then_some(KeptForm { fields })
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn what_was_typed_is_kept_and_secrets_are_not() {
        let form = kept(b"form_key=1&body=a%0Ab&password=x&new_password=y&consent=terms-1").unwrap();
        let fields: Vec<_> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(fields, [("form_key", "1"), ("body", "a\nb")]);
        for nothing in [
            &b"form_key=1&body=+"[..],
            b"password=x",
            b"",
            b"body=%FF",
            b"body=a&body=b",
        ] {
            assert!(kept(nothing).is_none());
        }
    }
}
