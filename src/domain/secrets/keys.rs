//! Keys that are known by their look: by how their issuer begins them, by their frame, or by looking like noise.

use super::{Finding, SecretKind, words};

/// How keys begin, with how many characters of a key follow at least.
const BEGINNINGS: &[(&str, usize)] = &[
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("whsec_", 16),
    ("sk-ant-", 20),
    ("sk-proj-", 20),
    ("sk-", 32),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghu_", 30),
    ("ghs_", 30),
    ("ghr_", 30),
    ("github_pat_", 30),
    ("glpat-", 16),
    ("xoxb-", 16),
    ("xoxp-", 16),
    ("xoxa-", 16),
    ("xoxs-", 16),
    ("AIza", 30),
    ("ya29.", 20),
    ("SG.", 30),
    ("npm_", 30),
    ("pypi-", 40),
    ("dop_v1_", 40),
    ("shpat_", 24),
    ("hf_", 30),
    ("AGE-SECRET-KEY-1", 30),
];
/// How the names of cloud keys begin, which are twenty capitals and digits.
const CLOUD: &[&str] = &["AKIA", "ASIA"];
/// What looks like noise and is public: sums that packages are checked by, and public keys.
const PUBLIC: &[&str] = &[
    "sha256-",
    "sha384-",
    "sha512-",
    "AAAAB3NzaC1",
    "AAAAC3NzaC1",
    "AAAAE2VjZHNh",
    "data:",
    "pk_",
];
/// How long noise is at least, and at most where it is a key rather than a file.
const NOISE: std::ops::RangeInclusive<usize> = 32..=200;

/// Notes every key.
pub(super) fn find(text: &str, found: &mut Vec<Finding>) {
    let public = frames(text, found);
    for (at, word) in words(text) {
        if public.iter().any(|(from, to)| (*from..*to).contains(&at)) {
            continue;
        }
        let is_address = word.contains("://");
        for (from, piece) in pieces(word) {
            let is_known = is_begun(piece) || is_cloud(piece) || is_web_token(piece);
            if is_known || (!is_address && !is_public(word) && is_noise(piece)) {
                found.push(key(at + from, at + from + piece.len()));
            }
        }
        if let Some((from, to)) = password_of_address(word) {
            found.push(key(at + from, at + to));
        }
    }
}

fn key(from: usize, to: usize) -> Finding {
    Finding {
        kind: SecretKind::Key,
        from,
        to,
    }
}

/// Notes private keys in their frame (RFC 7468), and answers where public ones stand.
fn frames(text: &str, found: &mut Vec<Finding>) -> Vec<(usize, usize)> {
    let mut public = Vec::new();
    let mut at = 0;
    while let Some(begins) = text.get(at..).and_then(|rest| rest.find("-----BEGIN ")) {
        let from = at + begins;
        let frame = text.get(from..).unwrap_or_default();
        let heading = frame.lines().next().unwrap_or_default();
        let end = frame.find("-----END ").map_or(frame.len(), |end| {
            let last = frame.get(end..).unwrap_or_default();
            end + last.find('\n').unwrap_or(last.len())
        });
        if heading.contains("PRIVATE KEY") {
            found.push(key(from, from + end));
        } else {
            public.push((from, from + end));
        }
        at = from + end.max("-----BEGIN ".len());
    }
    public
}

/// The parts of a word that a key may be: what quotation marks and signs of an assignment leave.
fn pieces(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = word.as_ptr() as usize;
    let is_inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+' | '/');
    let pieces = word.split(move |c| !is_inside(c));
    pieces.filter(|piece| piece.len() >= 16).map(move |piece| {
        let piece = piece.trim_matches(['.', '-', '/']);
        (piece.as_ptr() as usize - start, piece)
    })
}

fn is_begun(piece: &str) -> bool {
    let is_body = |rest: &str, least: usize| {
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        rest.len() >= least && rest.chars().all(is_key) && rest.contains(|c: char| c.is_ascii_digit())
    };
    let mut begun = BEGINNINGS
        .iter()
        .filter_map(|(begin, least)| Some((piece.strip_prefix(begin)?, *least)));
    begun.any(|(rest, least)| is_body(rest, least))
}

fn is_cloud(piece: &str) -> bool {
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    piece.len() == 20 && piece.bytes().all(is_capital) && CLOUD.iter().any(|begin| piece.starts_with(begin))
}

/// Three parts, of which two are JSON in Base64 (RFC 7519).
fn is_web_token(piece: &str) -> bool {
    let mut parts = piece.split('.');
    let is_json = |part: Option<&str>| part.is_some_and(|part| part.len() >= 10 && part.starts_with("eyJ"));
    is_json(parts.next()) && is_json(parts.next()) && parts.next().is_some_and(|sign| sign.len() >= 10)
}

fn is_public(word: &str) -> bool {
    PUBLIC.iter().any(|public| word.contains(public))
}

/// Whether this looks like a key of which nobody knows the look: capitals, small letters and digits, mixed all along.
///
/// Sums in hexadecimal, such as a commit's, names in camel case and paths are not that.
fn is_noise(piece: &str) -> bool {
    let count = |is: fn(&u8) -> bool| piece.bytes().filter(is).count();
    let (digits, capitals, small) = (
        count(u8::is_ascii_digit),
        count(u8::is_ascii_uppercase),
        count(u8::is_ascii_lowercase),
    );
    let is_mixed = digits >= 4 && capitals >= 4 && small >= 4;
    let is_path = piece.contains('.') || piece.split('/').count() > 3 || piece.starts_with('/');
    NOISE.contains(&piece.len()) && is_mixed && !is_path && changes(piece) * 2 >= piece.len() && bits(piece) >= 4.0
}

/// How often a letter of one kind follows one of another: in noise two times out of three, in names less.
fn changes(piece: &str) -> usize {
    let kind = |byte: u8| match byte {
        b'0'..=b'9' => 0,
        b'A'..=b'Z' => 1,
        b'a'..=b'z' => 2,
        _ => 3,
    };
    let kinds = piece.bytes().map(kind);
    kinds
        .clone()
        .zip(kinds.skip(1))
        .filter(|(one, next)| one != next)
        .count()
}

/// Shannon's entropy in bits a character.
fn bits(piece: &str) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for byte in piece.bytes() {
        *counts.entry(byte).or_insert(0_u32) += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "a piece has at most 200 characters")]
    let length = piece.len() as f64;
    let share = |count: &u32| f64::from(*count) / length;
    counts.values().map(|count| -share(count) * share(count).log2()).sum()
}

/// The password in `scheme://name:password@host`.
fn password_of_address(word: &str) -> Option<(usize, usize)> {
    let after = word.find("://")? + 3;
    let rest = word.get(after..)?;
    let host = rest.split('/').next()?;
    let at = host.rfind('@')?;
    let colon = host.get(..at)?.find(':')?;
    let password = host.get(colon + 1..at)?;
    let is_some = password.len() >= 4 && !super::values::is_placeholder(password);
    is_some.then_some((after + colon + 1, after + at))
}
