use std::path::PathBuf;

use ring::signature::{ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

use super::*;

const MESSAGE: &[u8] = b"From: Forum <forum@example.com>\r\nTo: ada@example.com\r\nSubject: Hello\r\n\
    List-Unsubscribe: <https://forum.example.com/a>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n\
    Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

fn load(name: &str) -> Result<Dkim, MailError> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/dkim")
        .join(name);
    Dkim::load(&file, "example.com", "tanya")
}

fn signed(dkim: &Dkim) -> (String, Vec<u8>) {
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let signed = dkim.sign(MESSAGE, at).unwrap();
    let (above, message) = signed.split_at(signed.len() - MESSAGE.len());
    assert_eq!(message, MESSAGE, "the message itself stays as it is");
    let (unsigned, code) = std::str::from_utf8(above).unwrap().split_once("\r\n b=").unwrap();
    let code: String = code.split_whitespace().collect();
    (format!("{unsigned}\r\n b="), STANDARD.decode(code).unwrap())
}

/// What the signature must be over, told without the code that signs.
fn said(unsigned: &str) -> String {
    let line = unsigned.strip_prefix("DKIM-Signature: ").unwrap().replace("\r\n ", " ");
    format!(
        "from:Forum <forum@example.com>\r\nto:ada@example.com\r\nsubject:Hello\r\n\
         list-unsubscribe:<https://forum.example.com/a>\r\nlist-unsubscribe-post:List-Unsubscribe=One-Click\r\n\
         dkim-signature:{line}"
    )
}

#[test]
fn both_kinds_of_keys_sign_what_they_should() {
    for (name, kind) in [("rsa.pem", "rsa"), ("rsa-old.pem", "rsa"), ("ed25519.pem", "ed25519")] {
        let dkim = load(name).unwrap();
        let (unsigned, code) = signed(&dkim);
        assert!(
            unsigned.contains(&format!("a={kind}-sha256; c=relaxed/relaxed; d=example.com;")),
            "{unsigned}"
        );
        assert!(
            unsigned
                .contains("h=from:\r\n from:\r\n to:\r\n subject:\r\n list-unsubscribe:\r\n list-unsubscribe-post;")
        );
        // The hash of this body stands in RFC 8463.
        assert!(
            unsigned.contains("bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;"),
            "{unsigned}"
        );
        let said = said(&unsigned);
        match &dkim.key {
            Key::Rsa(_) => {
                let public = dkim.key.public();
                let bare = public.get(24..).unwrap();
                let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, bare);
                assert!(key.verify(said.as_bytes(), &code).is_ok(), "{said}");
            }
            Key::Ed25519(_) => {
                let key = UnparsedPublicKey::new(&ED25519, dkim.key.public());
                assert!(key.verify(&Sha256::digest(said.as_bytes()), &code).is_ok(), "{said}");
            }
        }
    }
}

#[test]
fn the_record_is_what_openssl_would_publish() {
    let (name, text) = load("rsa.pem").unwrap().record();
    assert_eq!(name, "tanya._domainkey.example.com");
    let public = include_str!("../../../tests/fixtures/dkim/rsa-public.pem");
    let public: String = public.lines().filter(|line| !line.starts_with("---")).collect();
    assert_eq!(text, format!("v=DKIM1; k=rsa; p={public}"));
    let (_, text) = load("ed25519.pem").unwrap().record();
    assert_eq!(text.len(), "v=DKIM1; k=ed25519; p=".len() + 44);
}

#[test]
fn a_key_that_cannot_be_used_is_refused_with_the_reason() {
    for (name, reason) in [
        ("none.pem", "No such file"),
        ("rsa-public.pem", "holds no private key"),
        ("rsa-short.pem", "neither Ed25519 nor RSA of 2048"),
    ] {
        let said = load(name).err().unwrap().to_string();
        assert!(said.contains(reason) && said.contains(name), "{said}");
    }
}
