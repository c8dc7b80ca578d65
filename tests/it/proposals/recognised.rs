//! From questions to a proposal by the index, and decisions that hold when everything is compared anew.

use std::sync::Arc;
use std::time::Instant;

use tanya::domain::id::ThreadId;
use tanya::domain::proposal::ProposalKind;
use tanya::repeats::recogniser::{Recogniser, Step};
use tanya::search::follower::Follower;
use tanya::store::proposals::ProposalRow;

use super::{PATIENCE, path};
use crate::support::TestApp;

const QUESTIONS: [(&str, &str); 8] = [
    ("ada", "How do I reset my password?"),
    ("bob", "Forgot my password, how can I reset it?"),
    ("eve", "Password reset does nothing"),
    ("ada", "The parcel has not arrived"),
    ("bob", "My parcel never arrived"),
    ("eve", "Parcel did not arrive yet"),
    ("dan", "Can I pay by bank transfer in Norway?"),
    ("dan", "Does the lamp come with a spare bulb?"),
];

struct Recognised {
    app: TestApp,
    follower: Follower,
    recogniser: Recogniser,
}

impl Recognised {
    fn spawn() -> (Self, Vec<ThreadId>) {
        let app = TestApp::spawn();
        app.leaves_jobs();
        let search = app.site.search.clone();
        let ids = QUESTIONS
            .map(|(name, title)| app.by(name, |by| by.ask("help", title, "light")))
            .into();
        let forum = Self {
            follower: Follower::new(app.store().clone(), Arc::clone(&search), app.clock.clone()),
            recogniser: Recogniser::new(app.store().clone(), search, app.clock.clone()),
            app,
        };
        (forum, ids)
    }

    fn recognise(&mut self) {
        self.follower.catch_up().unwrap();
        while self.recogniser.step().unwrap() == Step::Moved {}
    }

    fn until(&mut self, what: &str, is_so: impl Fn(&[ProposalRow]) -> bool) -> Vec<ProposalRow> {
        let until = Instant::now() + PATIENCE;
        loop {
            self.recognise();
            let rows = self.app.proposed();
            if is_so(&rows) {
                return rows;
            }
            assert!(Instant::now() < until, "{what}: {rows:?}");
        }
    }

    fn rescan(&mut self) {
        self.app.clock.pass(chrono::Duration::minutes(1));
        self.recogniser.begin().unwrap();
        self.recognise();
    }
}

#[test]
fn questions_in_other_words_are_proposed_with_why_they_are_together() {
    let (mut forum, _) = Recognised::spawn();
    let rows = forum.until("both groups are proposed", |rows| rows.len() == 2);
    assert!(
        rows.iter()
            .all(|row| row.kind == ProposalKind::Answer && row.members == 3)
    );
    let page = forum.app.signed_in("cat").get(&path(rows[0].id));
    for why in page.texts(".member-why") {
        assert!(why.contains('%') && why.len() > 6, "{why}");
    }
}

#[test]
fn what_was_decided_on_the_desk_holds_when_all_threads_are_compared_anew() {
    let (mut forum, ids) = Recognised::spawn();
    let rows = forum.until("both groups are proposed", |rows| rows.len() == 2);
    let cat = forum.app.signed_in("cat");
    let of_parcels = |rows: &[ProposalRow]| {
        rows.iter()
            .find(|row| row.title.to_lowercase().contains("parcel"))
            .unwrap()
            .id
    };
    let parcels = of_parcels(&rows);
    let passwords = rows.iter().find(|row| row.id != parcels).unwrap().id;
    // One of the parcels is not the same; then both groups are, however unlike they are.
    let form = cat.get(&path(parcels)).form("form#not-the-same");
    let alone = form.with(&[("alone", &ids[5].to_string())]);
    assert_eq!(cat.send_form(&alone).status, 303);
    forum.rescan();
    let rows = forum.until("only the passwords are three", |rows| rows.len() == 1);
    assert_eq!(rows[0].id, passwords);
    let other = forum.app.by("dan", |dan| {
        dan.ask("help", "Parcel not arrived, where is my parcel?", "light")
    });
    let rows = forum.until("the parcels are three again", |rows| rows.len() == 2);
    let parcels = rows.iter().find(|row| row.id != passwords).unwrap().id;
    let merged = cat.submit(
        &path(passwords),
        "form[action$='/merge']",
        &[("other", &parcels.to_string())],
    );
    assert_eq!(merged.status, 303, "{}", merged.body);
    forum.rescan();
    let rows = forum.until("they are one", |rows| rows.len() == 1);
    let mut wanted = ids[..5].to_vec();
    wanted.push(other);
    let found = tanya::store::proposals::page;
    let page = forum
        .app
        .read(|db| found(db, tanya::domain::sight::Sight::everything(), rows[0].id));
    let threads: Vec<ThreadId> = page.questions.iter().map(|question| question.0).collect();
    assert_eq!(threads, wanted);
}
