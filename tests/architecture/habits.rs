//! What no source of Tanya may hold, or hold outside a few named places: docs/STYLE.md as rules.

use crate::source::{Kind, Token, matches_at, tokens_outside_tests};
use crate::tree::{Finding, SourceFile};

/// A few tokens in a row that are wrong everywhere but in some places.
struct Habit {
    tokens: &'static [&'static str],
    says: &'static str,
    allowed: &'static [&'static str],
}

const NO_PANIC: &str = "a program that serves others returns its errors";
const ONE_CLOCK: &str = "time is a parameter: only the system clock asks what time it is";
const SYSTEM_CLOCK: &[&str] = &["src/clock.rs", "src/app.rs", "src/app/clock.rs"];

const HABITS: &[Habit] = &[
    Habit {
        tokens: &[".", "unwrap", "("],
        says: NO_PANIC,
        allowed: &[],
    },
    Habit {
        tokens: &[".", "expect", "("],
        says: NO_PANIC,
        allowed: &[],
    },
    Habit {
        tokens: &[".", "unwrap_err", "("],
        says: NO_PANIC,
        allowed: &[],
    },
    Habit {
        tokens: &[".", "expect_err", "("],
        says: NO_PANIC,
        allowed: &[],
    },
    Habit {
        tokens: &["todo", "!"],
        says: "a stub",
        allowed: &[],
    },
    Habit {
        tokens: &["unimplemented", "!"],
        says: "a stub",
        allowed: &[],
    },
    Habit {
        tokens: &["dbg", "!"],
        says: "left over from looking for something",
        allowed: &[],
    },
    Habit {
        tokens: &["#", "[", "allow"],
        says: "use #[expect(…, reason = \"…\")]",
        allowed: &[],
    },
    Habit {
        tokens: &["#", "!", "[", "allow"],
        says: "use #![expect(…, reason = \"…\")]",
        allowed: &[],
    },
    Habit {
        tokens: &["Utc", ":", ":", "now"],
        says: ONE_CLOCK,
        allowed: SYSTEM_CLOCK,
    },
    Habit {
        tokens: &["Local", ":", ":", "now"],
        says: ONE_CLOCK,
        allowed: &[],
    },
    Habit {
        tokens: &["SystemTime", ":", ":", "now"],
        says: ONE_CLOCK,
        allowed: SYSTEM_CLOCK,
    },
    Habit {
        tokens: &["PreEscaped"],
        says: "maud escapes; HTML that is safe already is a SafeHtml",
        allowed: &["src/text/", "src/web/views/components/"],
    },
    Habit {
        tokens: &["Written", ":", ":", "body", "("],
        says: "a text is rendered off the async threads, before the write begins: web::preview::written",
        allowed: &[
            "src/web/preview.rs",
            "src/jobs/",
            "src/import/",
            // Where a watched word was replaced, in the transaction that read the list.
            "src/store/screening.rs",
        ],
    },
];

/// Habits of one file of src that the style forbids; test code is free.
pub fn bad_habits(file: &SourceFile) -> Vec<Finding> {
    let tokens = tokens_outside_tests(&file.text);
    let mut findings = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        for habit in HABITS {
            let is_excused = habit.says == NO_PANIC && is_expected(&tokens, index);
            if matches_at(&tokens, index, habit.tokens) && !file.is_among(habit.allowed) && !is_excused {
                findings.push(file.finding(token.line, format!("`{}`: {}", habit.tokens.concat(), habit.says)));
            }
        }
    }
    findings
}

/// Whether `#[expect(clippy::…_used, reason = "…")]` stands before the statement, which clippy checks.
fn is_expected(tokens: &[Token], index: usize) -> bool {
    let begins = tokens[..index]
        .iter()
        .rposition(|token| token.is_mark(";") || token.is_mark("{") || token.is_mark("}"));
    let before = &tokens[begins.map_or(0, |at| at + 1)..index];
    let holds = |word: &str| before.iter().any(|token| token.is_word(word));
    (holds("expect_used") || holds("unwrap_used")) && holds("reason")
}

/// First words of the forum's addresses.
const NOUNS: &[&str] = &[
    "threads",
    "replies",
    "comments",
    "categories",
    "tags",
    "users",
    "search",
    "articles",
    "sign-in",
    "sign-up",
    "sign-out",
    "settings",
    "notifications",
    "set-up",
    "admin",
    "about",
    "design",
    "moderation",
    "reports",
    "feeds",
    "sitemap.xml",
    "robots.txt",
    "incoming",
    "letters",
    "healthz",
    "readyz",
    "metrics",
    "api",
    "assets",
];

/// Who may write an address down: the formatter, the table of routes, what says how often each of them may be asked for and which stay
/// open in a forum for members only, and whoever reads other forums' addresses.
const MAY_NAME_ADDRESSES: &[&str] = &[
    "src/urls.rs",
    "src/urls/",
    "src/web/routes.rs",
    "src/web/routing.rs",
    "src/web/rates.rs",
    "src/web/access.rs",
    "src/import/",
];

/// Addresses that are written down instead of asked from `urls`.
pub fn homemade_addresses(file: &SourceFile) -> Vec<Finding> {
    if file.is_among(MAY_NAME_ADDRESSES) {
        return Vec::new();
    }
    tokens_outside_tests(&file.text)
        .iter()
        .filter(|token| token.kind == Kind::Text && holds_address(&token.text))
        .map(|token| file.finding(token.line, format!("\"{}\": only urls formats an address", token.text)))
        .collect()
}

/// Whether a string holds one of our addresses: at its beginning, or after the end of a placeholder.
fn holds_address(text: &str) -> bool {
    text.match_indices('/').any(|(at, _)| {
        let begins = at == 0 || text[..at].ends_with('}');
        let rest = &text[at + 1..];
        let word = rest.find(['/', '?', '#', '{']).map_or(rest, |end| &rest[..end]);
        begins && NOUNS.contains(&word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile::new(path, text)
    }

    #[test]
    fn each_bad_habit_is_found_outside_tests_only() {
        for habit in HABITS {
            let source = format!("fn f() {{ x {} y) }}", habit.tokens.join(" "));
            assert_eq!(bad_habits(&file("src/web/a.rs", &source)).len(), 1, "{source}");
            let in_test = format!("#[cfg(test)]\nmod tests {{ {source} }}");
            assert_eq!(bad_habits(&file("src/web/a.rs", &in_test)), [], "{in_test}");
            for place in habit.allowed {
                let allowed = if place.ends_with('/') {
                    format!("{place}a.rs")
                } else {
                    (*place).to_owned()
                };
                assert_eq!(bad_habits(&file(&allowed, &source)), [], "{allowed}");
            }
        }
    }

    #[test]
    fn words_that_only_look_like_a_bad_habit_pass() {
        let source = "#[expect(unused, reason = \"x\")] // .unwrap()\nlet a = b.unwrap_or(\".unwrap()\"); clock.now();";
        assert_eq!(bad_habits(&file("src/web/a.rs", source)), []);
        let excused = "f(); #[expect(clippy::expect_used, reason = \"a constant\")] let a = b().expect(\"c\");";
        assert_eq!(bad_habits(&file("src/web/a.rs", excused)), []);
        let used_up = format!("{excused} let d = e().expect(\"f\");");
        assert_eq!(bad_habits(&file("src/web/a.rs", &used_up)).len(), 1);
    }

    #[test]
    fn an_address_is_found_wherever_it_is_written() {
        for address in [
            "/threads",
            "/threads/{id}",
            "/users/1",
            "/search?q=x",
            "{base}/tags/{name}",
            "/sign-in",
        ] {
            let source = format!("html! {{ a href=\"{address}\" {{}} }}");
            assert_eq!(
                homemade_addresses(&file("src/web/views/a.rs", &source)).len(),
                1,
                "{address}"
            );
            assert_eq!(
                homemade_addresses(&file("src/letters/a.rs", &source)).len(),
                1,
                "{address}"
            );
            assert_eq!(homemade_addresses(&file("src/web/routes.rs", &source)), [], "{address}");
            assert_eq!(homemade_addresses(&file("src/urls.rs", &source)), [], "{address}");
        }
        for other in ["threads", "text/html", "a/threads", "/", "/questions/1", "/threadlike"] {
            assert_eq!(
                homemade_addresses(&file("src/web/a.rs", &format!("f(\"{other}\")"))),
                [],
                "{other}"
            );
        }
    }
}
