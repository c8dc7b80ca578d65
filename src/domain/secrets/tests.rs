use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::SecretKind::{CardNumber, EmailAddress, Iban, Key, PhoneNumber};
use super::*;

fn found(text: &str) -> Vec<(SecretKind, &str)> {
    let found = find(text).into_iter();
    found
        .map(|finding| (finding.kind, &text[finding.from..finding.to]))
        .collect()
}

/// A key in parts, so that no scanner of sources takes a test for a leak.
fn joined(parts: &[&str]) -> String {
    parts.concat()
}

#[test]
fn what_belongs_to_a_person_is_found() {
    for (text, kind, secret) in [
        (
            "Write to ada.lovelace+forum@mail.analytical.io.",
            EmailAddress,
            "ada.lovelace+forum@mail.analytical.io",
        ),
        ("<mailto:ada@analytical.io>", EmailAddress, "ada@analytical.io"),
        ("e-mail:ada@analytical.io", EmailAddress, "ada@analytical.io"),
        ("Call +62 812-3456-7890 please", PhoneNumber, "+62 812-3456-7890"),
        ("(555) 234-5678", PhoneNumber, "(555) 234-5678"),
        ("or 555-234-5678, evenings", PhoneNumber, "555-234-5678"),
        ("WA 0812-3456-7890", PhoneNumber, "0812-3456-7890"),
        ("WA: 081234567890", PhoneNumber, "081234567890"),
        ("(021) 555 0123", PhoneNumber, "(021) 555 0123"),
        ("01 23 45 67 89", PhoneNumber, "01 23 45 67 89"),
        ("card 4111 1111 1111 1111 12/27", CardNumber, "4111 1111 1111 1111"),
        ("4111-1111-1111-1111", CardNumber, "4111-1111-1111-1111"),
        ("378282246310005 declined", CardNumber, "378282246310005"),
        ("3782 822463 10005", CardNumber, "3782 822463 10005"),
        ("DE89 3704 0044 0532 0130 00", Iban, "DE89 3704 0044 0532 0130 00"),
        ("GB29NWBK60161331926819,", Iban, "GB29NWBK60161331926819"),
        ("password=hunter22", Key, "hunter22"),
        ("DB_PASSWORD: s3cretwater", Key, "s3cretwater"),
        ("\"api_key\": \"9f8e7d6c5b\"", Key, "9f8e7d6c5b"),
        ("kata sandi, kata_sandi=rahasia99", Key, "rahasia99"),
        ("postgres://ada:lovelace99@db.internal/forum", Key, "lovelace99"),
    ] {
        assert_eq!(found(text), [(kind, secret)], "{text}");
    }
}

#[test]
fn keys_are_found_by_their_look() {
    for parts in [
        &["sk_", "live_", "4eC39HqLyjWDarjtT1zdp7dc"][..],
        &["gh", "p_", "16C7e42F292c6912E7710c838347Ae178B4a"],
        &["AK", "IA", "IOSFODNN7EXAMPL3"],
        &["xo", "xb-", "17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy"],
        &[
            "eyJhbGciOiJIUzI1NiJ9",
            ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.",
            "dozjgNryP4J3jVmNHl0w5N",
        ],
        &["wJalrXUtnFEMI", "K7MDENG+bPxRfiCY", "9zK3Lq81aB"],
    ] {
        let key = joined(parts);
        for text in [key.clone(), format!("it says `{key}`, why?"), format!("KEY={key}")] {
            assert_eq!(found(&text), [(Key, key.as_str())], "{text}");
        }
    }
    let frame = joined(&[
        "-----BEGIN OPENSSH PRIV",
        "ATE KEY-----\nb3BlbnNzaC1r\n-----END OPENSSH PRIV",
        "ATE KEY-----",
    ]);
    assert_eq!(found(&format!("This:\n{frame}\nfails")), [(Key, frame.as_str())]);
}

#[test]
fn what_only_looks_like_it_is_left_alone() {
    for text in [
        "Order 123-4567890-1234567, invoice 2024-000123456",
        "ping 192.168.100.200 and 10.0.0.1:8080",
        "version 1.2.3.4, 2024.11.26.1030, v0.81.234",
        "at 2024-01-02 10:30:45.123456, 1700000000, 1700000000123",
        "08-15-2024 10:30",
        "commit 9f5c2011aa5d7c2e8f0b3d4c6a7e8f9001122334",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
        "550e8400-e29b-41d4-a716-446655440000",
        "00:1B:44:11:3A:B7 and 01-23-45-67-89-ab",
        "https://shop.example.com/orders/4111111111111111?phone=081234567890",
        "git@github.com:org/repo.git, icon@2x.png, npm i left-pad@1.3.0, getty@tty1.service",
        "ada@example.com, bob@mail.example.org, eve@forum.test, root@localhost",
        "ISBN 978-3-16-148410-0",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7vbqajDhA9Kx1Zb8 me",
        "-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAJC1HiIAZAiIMA0GCSqGSIb3Df\n-----END CERTIFICATE-----",
        "password=********, password=<yours>, PASSWORD=${PASSWORD}, token = getToken()",
        "My password: it does not work. Password: required",
        "password = request.form[\"password\"]",
        "AbstractSingletonProxyFactoryBeanConfigurationV2Test1x86n64",
        "/usr/lib/x86_64-linux-gnu/libQt5WebEngineCore.so.5.15.2",
        "4111 1111 1111 1112 and 1234 5678 9012 3456",
        "DE89 3704 0044 0532 0130 01",
        "It cost 1 000 000 000 and grew 0.123456789 %",
        "@ada @bob: x@y, a@b.c",
        "12 × 34, 5+6=11, (2024) 123 456",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_is_told_is_masked_and_what_is_kept_is_redacted() {
    let text = "Mail ada@analytical.io or +62 812-3456-7890, password=hunter22";
    let told: Vec<_> = secrets(text).into_iter().map(|secret| secret.masked).collect();
    assert_eq!(told, ["ad•••io", "+6•••90", "h•••2"]);
    assert_eq!(redacted(text), "Mail … or …, password=…");
    assert_eq!(redacted("nothing here"), "nothing here");
    assert_eq!(secrets(&"a@b.io ".repeat(50)).len(), MOST_FOUND);
}

#[test]
fn a_mark_knows_what_was_pointed_out() {
    let marks = |text: &str| secrets(text).into_iter().map(|secret| secret.mark).collect::<Vec<_>>();
    assert_eq!(marks("ada@analytical.io"), marks("Hello, ada@analytical.io!"));
    assert_ne!(marks("ada@analytical.io"), marks("bob@analytical.io"));
}

#[test]
fn a_hundred_kilobytes_take_no_time() {
    for piece in [
        "@",
        "a@",
        "1 ",
        "1-",
        "+1",
        "(1",
        "password=",
        "=:",
        "sk_live_",
        "eyJ.",
        "-----BEGIN ",
        "A",
        "AB12 ",
        "a1B",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let begun = Instant::now();
        find(&text);
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "{piece}: {:?}",
            begun.elapsed()
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_found_stands_in_the_text(text in "(\\PC|[0-9@=:.+ -]){0,200}") {
        let mut end = 0;
        for finding in find(&text) {
            prop_assert!(finding.from >= end && finding.to > finding.from);
            prop_assert!(text.get(finding.from..finding.to).is_some());
            end = finding.to;
        }
        redacted(&text);
    }
}
