//! A second factor beside the password: codes that an app makes of a secret and the time (TOTP, RFC 6238), and recovery codes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::role::Role;

/// How many recovery codes somebody has.
pub const RECOVERY_CODES: usize = 10;
/// How long a code stands in the app, in seconds.
const STEP: i64 = 30;
/// The digits of a code: a million of them.
const CODES: u32 = 1_000_000;
/// Digits of base 32 (RFC 4648), as apps read secrets.
const BASE_32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Letters and digits of recovery codes: none looks like another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Letters of a recovery code: 80 random bits, so that a hash of it need not be slow.
const LETTERS: usize = 16;

crate::named! {
    /// Who must have a second factor to do what their role lets them.
    pub enum SecondFactorDuty {
        /// Nobody; whoever likes may.
        Nobody = "nobody",
        /// Administrators.
        Admins = "admins",
        /// Moderators and administrators.
        Moderators = "moderators",
    }
}

impl SecondFactorDuty {
    /// Whether it is asked of this role.
    pub fn is_for(self, role: Role) -> bool {
        match self {
            SecondFactorDuty::Nobody => false,
            SecondFactorDuty::Admins => role >= Role::Admin,
            SecondFactorDuty::Moderators => role >= Role::Moderator,
        }
    }
}

/// What the app and the server share; never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct OtpSecret([u8; 20]);

impl std::fmt::Debug for OtpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OtpSecret(…)")
    }
}

impl OtpSecret {
    /// A new one from the system's randomness, as long as the hash that it feeds.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// The secret of these bytes, as an app keeps it. For tests.
    pub const fn of(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The secret of a row.
    pub fn stored(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// What the row keeps.
    pub fn to_row(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The secret as people type it into an app.
    pub fn typed(&self) -> String {
        let (mut held, mut count, mut text) = (0_u32, 0, String::new());
        for byte in self.0 {
            held = held << 8 | u32::from(byte);
            count += 8;
            while count >= 5 {
                count -= 5;
                text.push(char::from(
                    BASE_32.get((held >> count) as usize & 31).copied().unwrap_or(b'A'),
                ));
            }
        }
        text
    }

    /// The same as a page shows it to be typed: in fours.
    pub fn read_out(&self) -> String {
        in_fours(&self.typed(), " ")
    }

    /// The address that an app reads from a picture: the secret, and under which name it keeps it.
    pub fn address(&self, forum: &str, account: &str) -> String {
        let encode = |text: &str| {
            let bytes = text.bytes().map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            });
            bytes.collect::<String>()
        };
        // What stands before the colon is the issuer, which must hold none.
        let forum = encode(&forum.replace(':', " "));
        format!(
            "otpauth://totp/{forum}:{}?secret={}&issuer={forum}",
            encode(account),
            self.typed()
        )
    }

    /// Which step of time this code stands for: the present one, the one before or the one after, as clocks differ. A step that was
    /// used, or one before it, does not count again.
    pub fn step_of(&self, code: OtpCode, used: i64, now: DateTime<Utc>) -> Option<i64> {
        let present = now.timestamp().div_euclid(STEP);
        // All three are looked at, so that the time that it takes tells nothing.
        let steps = (present - 1..=present + 1).filter(|step| self.code_at(*step) == Some(code.0));
        steps.max().filter(|step| *step > used)
    }

    /// The code of a moment, as an app shows it. For tests.
    pub fn code(&self, now: DateTime<Utc>) -> String {
        let code = self.code_at(now.timestamp().div_euclid(STEP)).unwrap_or_default();
        format!("{code:06}")
    }

    fn code_at(&self, step: i64) -> Option<u32> {
        let mut code = Hmac::<Sha1>::new_from_slice(&self.0).ok()?;
        code.update(&step.to_be_bytes());
        let bytes = code.finalize().into_bytes();
        let place = usize::from(*bytes.last()? & 0xf);
        let four = bytes.get(place..place + 4)?.try_into().ok()?;
        Some((u32::from_be_bytes(four) & 0x7fff_ffff) % CODES)
    }
}

/// Six digits that somebody typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct OtpCode(u32);

/// A recovery code, good once; never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

/// What somebody typed beside their password.
#[derive(Clone, PartialEq, Eq)]
pub enum OfferedCode {
    /// What the app shows.
    Otp(OtpCode),
    /// One of their recovery codes.
    Recovery(RecoveryCode),
}

impl std::fmt::Debug for OfferedCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OfferedCode(…)")
    }
}

impl OfferedCode {
    /// Reads a code of either kind, however it is spaced; `None` for what is neither.
    pub fn parse(typed: &str) -> Option<Self> {
        let is_space = |sign: &char| sign.is_whitespace() || matches!(sign, '-' | '\u{2010}'..='\u{2015}');
        let bare: String = typed.chars().take(100).filter(|sign| !is_space(sign)).collect();
        let bare = bare.to_ascii_lowercase();
        if bare.len() == 6 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(OfferedCode::Otp(OtpCode(bare.parse().ok()?)));
        }
        let is_recovery = bare.len() == LETTERS && bare.bytes().all(|byte| ALPHABET.contains(&byte));
        is_recovery.then_some(OfferedCode::Recovery(RecoveryCode(bare)))
    }
}

impl RecoveryCode {
    /// A new one from the system's randomness.
    pub fn random() -> Self {
        let bytes: [u8; LETTERS] = rand::random();
        let letters = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
        Self(letters.map(|letter| char::from(*letter)).collect())
    }

    /// What is stored in its place: SHA-256, which is enough for 80 random bits.
    pub fn hash(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(format!("recovery code {}", self.0)))
    }

    /// The code as somebody writes it down: in fours.
    pub fn reveal(&self) -> String {
        in_fours(&self.0, "-")
    }
}

fn in_fours(text: &str, between: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let fours = letters.chunks(4).map(|four| four.iter().collect::<String>());
    fours.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_out_in_fours() {
        assert_eq!(in_fours("ABCDEFGHIJ", " "), "ABCD EFGH IJ");
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn otp(text: &str) -> OtpCode {
        match OfferedCode::parse(text) {
            Some(OfferedCode::Otp(code)) => code,
            other => panic!("{text}: {other:?}"),
        }
    }

    /// The vectors of RFC 6238 (appendix B, SHA-1), whose last six digits are what an app with six shows.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = OtpSecret::of(*b"12345678901234567890");
        let expected = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, code) in expected {
            assert_eq!(secret.code(at(seconds)), code);
        }
        assert_eq!(secret.typed(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_code_is_good_once_and_clocks_may_differ_by_half_a_minute() {
        let secret = OtpSecret::random();
        let (now, step) = (at(1_800_000_000), 60_000_000);
        let code = otp(&secret.code(now));
        for (used, later, expected) in [
            (0, 0, Some(step)),
            (0, 30, Some(step)),
            (0, -30, Some(step)),
            (step - 1, 0, Some(step)),
            (step, 0, None),
            (step + 1, 0, None),
        ] {
            assert_eq!(
                secret.step_of(code, used, at(1_800_000_000 + later)),
                expected,
                "{used} {later}"
            );
        }
        let far = secret.step_of(code, 0, at(1_800_000_090));
        assert!(far.is_none_or(|far| far != step));
    }

    #[test]
    fn a_secret_is_kept_whole_and_never_printed() {
        let secret = OtpSecret::random();
        assert_eq!(OtpSecret::stored(&secret.to_row()), Some(secret.clone()));
        assert_eq!(OtpSecret::stored("AAAA"), None);
        assert_eq!(format!("{secret:?}"), "OtpSecret(…)");
        assert_eq!(secret.typed().len(), 32);
        let address = secret.address("Ada's: forum", "ada@example.com");
        let expected = format!(
            "otpauth://totp/Ada%27s%20%20forum:ada%40example.com?secret={}&issuer=Ada%27s%20%20forum",
            secret.typed()
        );
        assert_eq!(address, expected);
    }

    #[test]
    fn recovery_codes_are_read_as_people_write_them() {
        let code = RecoveryCode::random();
        let shown = code.reveal();
        assert_eq!(shown.len(), 19);
        for typed in [
            shown.clone(),
            shown.to_uppercase(),
            shown.replace('-', " "),
            format!(" {shown}\n"),
        ] {
            assert!(matches!(OfferedCode::parse(&typed), Some(OfferedCode::Recovery(read)) if read == code));
        }
        assert_ne!(code.hash(), RecoveryCode::random().hash());
        assert!(OfferedCode::parse("123 456").is_some() && OfferedCode::parse("123\u{2011}456").is_some());
        for wrong in [
            "",
            "12345",
            "1234567",
            "12345a",
            "١٢٣٤٥٦",
            "abcd-abcd-abcd-abc",
            "abcd-abcd-abcd-abc1",
        ] {
            assert_eq!(OfferedCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_duty_counts_from_a_role_on() {
        let roles = |duty: SecondFactorDuty| Role::ALL.iter().filter(|role| duty.is_for(**role)).count();
        assert_eq!(
            SecondFactorDuty::ALL
                .iter()
                .map(|duty| roles(*duty))
                .collect::<Vec<_>>(),
            [0, 1, 2]
        );
    }
}
