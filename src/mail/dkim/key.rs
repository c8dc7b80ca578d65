//! The private key that signs, from a file as `openssl` writes it, and the public one for the DNS.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use sha2::{Digest, Sha256};

/// What stands before the key of RSA in a public key as the DNS has it: the algorithm's number, and no parameters.
const RSA_ALGORITHM: &[u8] = &[
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/// A private key; never shown.
pub(super) enum Key {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

impl Key {
    /// Reads PKCS #8, or PKCS #1 for RSA.
    pub fn of_pem(pem: &str) -> Result<Self, &'static str> {
        let is_old = pem.contains("-----BEGIN RSA PRIVATE KEY-----");
        if !is_old && !pem.contains("-----BEGIN PRIVATE KEY-----") {
            return Err("it holds no private key in the form PEM, without a password");
        }
        let inside = pem
            .lines()
            .skip_while(|line| !line.starts_with("-----BEGIN "))
            .skip(1)
            .take_while(|line| !line.starts_with("-----END "));
        let text: String = inside.map(str::trim).collect();
        let bytes = STANDARD.decode(text).map_err(|_| "it is damaged")?;
        if is_old {
            let key = RsaKeyPair::from_der(&bytes);
            return key.map(Box::new).map(Self::Rsa).map_err(|_| NO_KEY);
        }
        if let Ok(key) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(&bytes) {
            return Ok(Self::Ed25519(Box::new(key)));
        }
        let key = RsaKeyPair::from_pkcs8(&bytes);
        key.map(Box::new).map(Self::Rsa).map_err(|_| NO_KEY)
    }

    /// As it is called in signatures and records.
    pub fn kind(&self) -> &'static str {
        match self {
            Key::Rsa(_) => "rsa",
            Key::Ed25519(_) => "ed25519",
        }
    }

    /// The public key, as a record has it: whole (RFC 5280) for RSA, bare (RFC 8463) for Ed25519.
    pub fn public(&self) -> Vec<u8> {
        match self {
            Key::Ed25519(key) => key.public_key().as_ref().to_vec(),
            Key::Rsa(key) => {
                let bits = [&[0], key.public_key().as_ref()].concat();
                nested(0x30, &[RSA_ALGORITHM, &nested(0x03, &bits)].concat())
            }
        }
    }

    /// Signs; of Ed25519 the hash is signed (RFC 8463).
    pub fn sign(&self, said: &[u8]) -> Option<Vec<u8>> {
        match self {
            Key::Ed25519(key) => Some(key.sign(&Sha256::digest(said)).as_ref().to_vec()),
            Key::Rsa(key) => {
                let mut code = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), said, &mut code)
                    .ok()?;
                Some(code)
            }
        }
    }
}

const NO_KEY: &str = "its key is neither Ed25519 nor RSA of 2048 to 4096 bits";

/// An element of DER, with its length.
fn nested(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut out = vec![tag];
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let bytes = length.to_be_bytes();
            let bytes: Vec<u8> = bytes.into_iter().skip_while(|byte| *byte == 0).collect();
            out.push(0x80 | u8::try_from(bytes.len()).unwrap_or_default());
            out.extend(bytes);
        }
    }
    out.extend_from_slice(content);
    out
}
