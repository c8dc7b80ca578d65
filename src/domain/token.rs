//! Secrets that stand in an address or a cookie; only their hash is ever stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

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
