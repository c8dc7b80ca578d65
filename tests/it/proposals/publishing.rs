//! Adopting: the article that is published answers what was left ticked, tells the askers, and pays back.

use chrono::Duration;
use tanya::domain::id::{ArticleId, ProposalId, ThreadId};
use tanya::domain::proposal::{ProposalKind, ProposalState};
use tanya::domain::sight::Sight;
use tanya::domain::thread::Standing;
use tanya::store::threads;

use super::{Forum, MEMBERS, adopting, path};
use crate::support::Client;

const ARTICLE: &str = "form[action='/articles/new']";
const STATE: &str = "form[action$='/-/state']";

impl Forum {
    fn standing(&self, thread: ThreadId) -> Standing {
        let outline = |db: &mut _| threads::outline(db, Sight::everything(), thread);
        self.app.read(outline).standing
    }

    /// Adopts a proposal but for what is left out, writes its article and publishes it, all by pages.
    fn adopt(&self, cat: &Client, row: ProposalId, left: &[ThreadId]) -> ArticleId {
        let mut form = adopting(cat, row);
        form.fields
            .retain(|(name, value)| name != "ticked" || !left.iter().any(|id| id.to_string() == *value));
        let adopted = cat.send_form(&form);
        let to = adopted.location().unwrap_or_else(|| panic!("{}", adopted.body));
        assert_eq!(to, format!("/articles/new?proposal={row}"));
        let form = cat.get(&to).form(ARTICLE);
        assert_eq!(form.value("proposal"), Some(row.to_string().as_str()));
        let title = form.value("title").unwrap().to_owned();
        assert!(title.contains("wonders how the box opens"), "{title}");
        let fields = [("short_answer", "Hold the button."), ("body", "1. Hold the button.")];
        let saved = cat.send_form(&form.with(&fields));
        let page = saved.location().unwrap_or_else(|| panic!("{}", saved.body));
        let shown = cat.get(&page);
        let forms = shown.forms();
        let publish = forms
            .into_iter()
            .find(|form| form.value("to") == Some("published"))
            .unwrap_or_else(|| panic!("{STATE}"));
        assert_eq!(cat.send_form(&publish).status, 303);
        page.split('/').nth(2).unwrap().parse().unwrap()
    }
}

#[test]
fn publishing_an_adopted_article_answers_what_was_ticked_and_tells_the_askers() {
    let forum = Forum::spawn();
    forum.section();
    let mut ids = forum.answered();
    let left = forum.ask("dan", "How on earth does the box open");
    ids.push(left);
    forum.app.group(&ids);
    let row = forum.one(ProposalKind::Article);
    forum.app.letters();
    let cat = forum.app.signed_in("cat");
    let article = forum.adopt(&cat, row.id, &[left]);

    assert_eq!(forum.page(row.id).row.state, ProposalState::Done);
    for id in &ids[..3] {
        assert_eq!(forum.standing(*id), Standing::Resolved);
    }
    assert_eq!(forum.standing(left), Standing::Unanswered);
    let first = forum.app.visitor().visit(&format!("/threads/{}", ids[0]));
    assert!(
        first.has(".accepted") || first.body.contains("Accepted"),
        "it keeps what settled it"
    );
    let second = forum.app.visitor().visit(&format!("/threads/{}", ids[1]));
    assert!(second.body.contains("Resolved by an article"));

    forum.app.pass(Duration::minutes(6));
    let letters = forum.app.letters();
    let mut told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    told.sort_unstable();
    assert_eq!(told, ["ada@example.com", "bob@example.com", "eve@example.com"]);
    let of = |name: &str| {
        &letters
            .iter()
            .find(|letter| letter.to.as_str().starts_with(name))
            .unwrap()
            .text
    };
    assert!(of("ada").contains("It is resolved already"), "{}", of("ada"));
    assert!(of("bob").contains("the question is resolved"), "{}", of("bob"));
    assert!(of("bob").contains(&format!("/articles/{article}/")));
    what_is_left_stays_so(&forum, &cat, ids, left);
}

/// What was left out on purpose is not proposed again; whoever asks later is, and is linked with one press.
fn what_is_left_stays_so(forum: &Forum, cat: &Client, mut ids: Vec<ThreadId>, left: ThreadId) {
    forum.none();
    let late = forum.ask("root", "Opening that box");
    ids.push(late);
    forum.app.group(&ids);
    let row = forum.one(ProposalKind::Linking);
    let linked = cat.get(&path(row.id)).form(MEMBERS);
    let ticked: Vec<String> = linked
        .fields
        .iter()
        .filter(|(name, _)| name == "ticked")
        .map(|(_, value)| value.clone())
        .collect();
    assert_eq!(
        ticked,
        [left.to_string(), late.to_string()],
        "what is linked has no box"
    );
    let done = cat.send_form(&linked.pressing(&format!("{}/link", path(row.id))));
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(forum.standing(late), Standing::Resolved);
    forum.none();
}

#[test]
fn an_adopted_article_tells_what_it_pays_back() {
    let forum = Forum::spawn();
    forum.section();
    let mut ids = forum.answered();
    let row = forum.one(ProposalKind::Article);
    forum.app.clock.pass(Duration::days(1));
    let cat = forum.app.signed_in("cat");
    let article = forum.adopt(&cat, row.id, &[]);
    forum.app.clock.pass(Duration::days(10));
    ids.push(forum.ask("dan", "How on earth does the box open"));
    forum.app.group(&ids);
    forum.one(ProposalKind::Linking);

    let cat = forum.app.signed_in("cat");
    let shown = cat.visit(&format!("/articles/{article}")).text(".payback");
    assert!(shown.contains("3.0 a week before (3 in 1 week)"), "{shown}");
    assert!(shown.contains("0.5 a week since (1 in 2 weeks)"), "{shown}");
    let desk = cat.get("/moderation/articles");
    assert!(
        desk.body.contains("Payback") && desk.body.contains("0.5 a week"),
        "{}",
        desk.body
    );
    assert!(
        !forum
            .app
            .visitor()
            .visit(&format!("/articles/{article}"))
            .has(".payback")
    );
    forum.app.letters();
}

#[test]
fn what_nobody_writes_after_all_waits_again() {
    let forum = Forum::spawn();
    forum.answered();
    let row = forum.one(ProposalKind::Article);
    let cat = forum.app.signed_in("cat");
    let form = adopting(&cat, row.id);
    assert_eq!(cat.send_form(&form).status, 303);
    forum.none();
    assert!(
        cat.get("/moderation/repeats?show=adopted")
            .body
            .contains("Adopted by cat")
    );
    assert!(cat.get(&path(row.id)).body.contains("The article is being written"));
    let done = cat.submit(&path(row.id), "form[action$='/put-back']", &[]);
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(forum.one(ProposalKind::Article).id, row.id);
    let no_form = cat.get(&format!("/articles/new?proposal={}", row.id));
    assert_eq!(
        no_form.location(),
        Some(path(row.id)),
        "only what is adopted is written"
    );
}

#[test]
fn the_staff_writes_the_draft_and_a_moderator_publishes_it() {
    let forum = Forum::spawn();
    forum.section();
    let ids = forum.answered();
    let row = forum.one(ProposalKind::Article);
    let dan = forum.app.signed_in("dan");
    let form = adopting(&dan, row.id);
    let to = dan.send_form(&form).location().unwrap();
    let fields = [("short_answer", "Hold it."), ("body", "Hold it.")];
    let saved = dan.send_form(&dan.get(&to).form(ARTICLE).with(&fields));
    let article = saved.location().unwrap().split('/').nth(2).unwrap().parse().unwrap();
    assert_eq!(forum.standing(ids[1]), Standing::Unanswered);
    forum.publish(article);
    assert_eq!(forum.standing(ids[1]), Standing::Resolved);
}
