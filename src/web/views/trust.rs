//! How trust grows, beside what whoever reads it has done so far, and what is open to them.

use maud::{Markup, html};

use super::components::{Column, Fact, Pen, fact_list, figure, table};
use crate::domain::account::User;
use crate::domain::role::Trust;
use crate::domain::trust::{History, Limit, Merits, TrustRules, WHAT_COUNTS, WhatCounts};
use crate::store::trust::OwnTrust;
use crate::text::phrases::Value;
use crate::text::time::exact;
use crate::web::Visit;

/// The part of the page of what everybody may that tells of trust.
pub fn part(visit: &Visit, pen: &Pen<'_>, own: Option<&OwnTrust>) -> Markup {
    let rules = visit.site.settings().trust;
    let own = own.zip(visit.viewer.user());
    html! {
        section #trust {
            h2 { (pen.say("trust-title")) }
            p { (pen.say("trust-about")) }
            @if let Some((own, user)) = own { p.own-trust { (standing(visit, pen, user, &rules, &own.history)) } }
            (thresholds(pen, &rules, own))
            p { (kept_from(pen, &rules)) }
            @if rules.grants_helper { p { (pen.say("trust-grants-helper")) } }
        }
        @if let Some((own, user)) = own {
            div.set-apart.sentences.open-to-me {
                (fact_list(Some(&pen.say("trust-open-to-me")), &open_to(visit, pen, user, own)))
            }
        }
    }
}

/// What somebody's trust is, and what keeps it from growing.
fn standing(visit: &Visit, pen: &Pen<'_>, user: &User, rules: &TrustRules, history: &History) -> Markup {
    let key = match user.is_newcomer() || user.trust > Trust::Newcomer {
        true => format!("trust-own-{}", user.trust),
        false => "trust-own-role".to_owned(),
    };
    let clean_from = history.clean_from(rules, visit.now);
    html! {
        (pen.say(&key))
        @if history.fell_lately(rules, visit.now) { " " (pen.say("trust-fell")) }
        @if let Some(at) = clean_from.filter(|_| user.trust < Trust::Regular) {
            " " (pen.tell("trust-grows-again", &[("at", exact(pen.phrases, at).into())]))
        }
    }
}

fn thresholds(pen: &Pen<'_>, rules: &TrustRules, own: Option<(&OwnTrust, &User)>) -> Markup {
    let keys = ["trust-column-what", "trust-column-member", "trust-column-regular"];
    let labels = keys.map(|key| pen.say(key));
    let you = pen.say("trust-column-you");
    let [what, member, regular] = &labels;
    let mut columns = vec![Column::words(what), Column::numbers(member), Column::numbers(regular)];
    if own.is_some() {
        columns.push(Column::numbers(&you));
    }
    let row = |what: &WhatCounts| {
        let number = |asked: &Merits| html! { (figure(pen, what.of(asked))) };
        let mut cells = vec![
            html! { (pen.say(&format!("trust-counts-{what}"))) },
            number(&rules.member),
            number(&rules.regular),
        ];
        cells.extend(own.map(|(own, user)| own_figure(pen, *what, &own.history.merits, &next(rules, user.trust))));
        cells
    };
    let rows: Vec<Vec<Markup>> = WHAT_COUNTS.iter().map(row).collect();
    table(&pen.say("trust-table"), &columns, &rows)
}

/// What is asked next of somebody with this trust.
fn next(rules: &TrustRules, trust: Trust) -> Merits {
    match trust {
        Trust::Newcomer => rules.member,
        Trust::Member => rules.regular,
        Trust::Regular => Merits::default(),
    }
}

/// A figure of one's own, with how much is missing of what is asked next.
fn own_figure(pen: &Pen<'_>, what: WhatCounts, merits: &Merits, asked: &Merits) -> Markup {
    let (have, missing) = (what.of(merits), what.of(asked) - what.of(merits));
    html! {
        (figure(pen, have))
        @if missing > 0 { " " span.meta { (pen.tell("trust-missing", &[("count", missing.into())])) } }
    }
}

/// What upheld flags do.
fn kept_from(pen: &Pen<'_>, rules: &TrustRules) -> String {
    let values = [
        ("days", Value::from(rules.clean_days)),
        ("count", Value::from(rules.upheld_to_fall)),
    ];
    match (rules.clean_days, rules.upheld_to_fall) {
        (0, _) => pen.say("trust-never-falls"),
        (_, 0) => pen.tell("trust-kept-from", &values),
        _ => pen.tell("trust-kept-from-and-falls", &values),
    }
}

/// What somebody may post at present, and from when on more.
fn open_to(visit: &Visit, pen: &Pen<'_>, user: &User, own: &OwnTrust) -> Vec<Fact> {
    let settings = visit.site.settings();
    let limits = settings.trust.newcomer;
    let bounded = |most: i64, key: &str| match user.is_newcomer() && most > 0 {
        true => pen.tell(key, &[("count", most.into())]),
        false => pen.say("trust-unbounded"),
    };
    let day = |most: i64, until: Option<_>| match until {
        Some(until) => pen.tell(
            "trust-full-until",
            &[("count", most.into()), ("at", exact(pen.phrases, until).into())],
        ),
        None => bounded(most, "trust-in-first-day"),
    };
    let of_threads = own.limits.iter().find_map(|limit| match limit {
        Limit::Threads { until, .. } => Some(*until),
        _ => None,
    });
    let of_replies = own.limits.iter().find_map(|limit| match limit {
        Limit::Replies { until, .. } => Some(*until),
        _ => None,
    });
    let uploads = settings.uploads.of(user);
    let of_uploads = [
        ("megabytes", Value::from(uploads.megabytes)),
        ("count", Value::from(uploads.a_day)),
    ];
    let may_upload = uploads.megabytes > 0 && uploads.a_day > 0;
    let mut facts = vec![
        fact(pen, "trust-links", bounded(limits.links, "trust-in-a-post")),
        fact(pen, "trust-threads", day(limits.threads, of_threads)),
        fact(pen, "trust-replies", day(limits.replies, of_replies)),
        fact(
            pen,
            "trust-uploads",
            match may_upload {
                true => pen.tell("trust-files", &of_uploads),
                false => pen.say("trust-no-files"),
            },
        ),
    ];
    if user.is_silenced {
        facts.insert(0, fact(pen, "trust-silence", pen.say("restraint-silence")));
    }
    facts
}

fn fact(pen: &Pen<'_>, key: &str, value: String) -> Fact {
    Fact::new(pen.say(key), html! { (value) })
}
