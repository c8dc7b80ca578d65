//! Whatever stands in an address, a cookie or a header where the server expects what it made itself: it is read or refused, and
//! what is read is written the same again.

use tanya::domain::cursor::Cursor;
use tanya::domain::forwarded::{forwarded, x_forwarded_for};
use tanya::domain::language::Language;
use tanya::domain::reply_token::OfferedToken;
use tanya::domain::signed_link::OfferedLink;
use tanya::domain::token::{FormKey, Token};

/// Panics where it does not hold.
pub fn hold(text: &str) {
    if let Ok(cursor) = Cursor::decode(text) {
        assert_eq!(cursor.encode(), text);
    }
    if let Some(token) = Token::offered(text) {
        assert_eq!(token.reveal(), text);
    }
    if let Some(key) = FormKey::offered(text) {
        assert_eq!(key.as_str(), text);
    }
    if let Some(language) = Language::parse(text) {
        assert_eq!(language.code(), text);
    }
    let _read = (OfferedLink::read(text), OfferedToken::read(text));
    assert!(x_forwarded_for(text).len() <= text.len() + 1);
    assert!(forwarded(text).len() <= text.len() + 1);
}
