//! Secrets that stand in an address or a cookie; only their hash is ever stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// Whether what was offered is the secret; the time that it takes tells nothing of either.
///
/// Both are hashed with a key of the moment, so that even where the hashes differ is chance.
pub fn is_same_secret(offered: &[u8], secret: &[u8]) -> bool {
    let key = rand::random::<[u8; 32]>();
    let code = |text: &[u8]| Hmac::<Sha256>::new_from_slice(&key).map(|code| code.chain_update(text));
    let (Ok(offered), Ok(secret)) = (code(offered), code(secret)) else {
        return false;
    };
    secret.verify_slice(&offered.finalize().into_bytes()).is_ok()
}

/// A secret of 256 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// A new secret from the system's randomness.
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()))
    }

    /// What stands in specimens of letters: it is no secret, and no row is known by it.
    pub fn specimen() -> Self {
        Self("specimen-".chars().cycle().take(43).collect())
    }

    /// Takes a secret from an address or a cookie: 43 characters of its alphabet, else `None`.
    pub fn offered(text: &str) -> Option<Self> {
        let good = text.len() == 43
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        good.then(|| Self(text.to_owned()))
    }

    /// What is stored in its place: SHA-256, which is enough for 256 random bits.
    pub fn hash(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes()))
    }

    /// The secret itself, for a letter or a cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// The key of a form, made when the form is shown; it works once for each person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormKey(String);

impl FormKey {
    /// A new key.
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>()))
    }

    /// Reads the key that a form brought back: 16 to 80 characters of its alphabet, else `None`.
    pub fn offered(text: &str) -> Option<Self> {
        let good = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        ((16..=80).contains(&text.len()) && text.bytes().all(good)).then(|| Self(text.to_owned()))
    }

    /// The key, for the form and the row.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

crate::named! {
    /// What a letter's secret is good for.
    pub enum Purpose {
        /// To confirm an address.
        ConfirmSignUp = "confirm_sign_up",
        /// To choose another password.
        ResetPassword = "reset_password",
        /// To take over an imported account.
        ClaimAccount = "claim_account",
        /// To confirm another address of an account.
        ChangeAddress = "change_address",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::cursor::Cursor;
    use crate::domain::reply_token::OfferedToken;
    use crate::domain::signed_link::OfferedLink;
    use crate::domain::spam::{OfferedMoment, OfferedProof};

    proptest! {
        /// What stands in an address or a cookie is read or refused; what is read is written the same again.
        #[test]
        fn anything_may_be_offered(text in "[A-Za-z0-9_-]{0,90}|\\PC{0,60}") {
            let written = [
                Token::offered(&text).map(|token| token.reveal().to_owned()),
                FormKey::offered(&text).map(|key| key.as_str().to_owned()),
                Cursor::decode(&text).ok().map(Cursor::encode),
            ];
            prop_assert!(written.iter().flatten().all(|written| *written == text));
            let _read = (OfferedLink::read(&text), OfferedToken::read(&text));
            let _tried = (OfferedMoment::read(&text), OfferedProof::read(&text));
        }
    }

    #[test]
    fn only_the_secret_itself_is_the_secret() {
        assert!(is_same_secret(b"a long secret", b"a long secret") && is_same_secret(b"", b""));
        for other in [
            "",
            "a",
            "a long secre",
            "a long secret ",
            "A long secret",
            "a long secret\0",
        ] {
            assert!(!is_same_secret(other.as_bytes(), b"a long secret"), "{other:?}");
        }
    }
}
