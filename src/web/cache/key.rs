//! What tells one anonymous answer from another.

use crate::domain::language::Language;
use crate::web::encoding::Encoding;

/// The address with its query, the language, and the encoding of an answer.
///
/// Nothing else of a request may change an anonymous page; other headers and cookies are not looked at, so that making
/// them up makes no entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    address: Box<str>,
    language: Language,
    encoding: Encoding,
}

impl Key {
    /// The key of a request.
    pub fn new(address: &str, language: Language, encoding: Encoding) -> Self {
        Self {
            address: address.into(),
            language,
            encoding,
        }
    }

    /// The bytes of the address, which weigh in the bound of what is kept.
    pub fn weight(&self) -> usize {
        self.address.len()
    }
}
