//! Articles that no longer help are proposed to be revised.

use chrono::Duration;
use tanya::domain::article::LinkKind;
use tanya::domain::ask_session::Visitor;
use tanya::domain::body::Reason;
use tanya::domain::id::{ArticleId, ThreadId};
use tanya::domain::proposal::ProposalKind;
use tanya::domain::sight::Sight;
use tanya::store::{article_opinions, threads};

use super::{Forum, path};

impl Forum {
    fn reopen(&self, thread: ThreadId) {
        self.app.by("cat", |cat| {
            let reason = Reason::parse("It blinks as before.").unwrap();
            threads::reopen(cat.tx, &cat.author, Sight::everything(), thread, &reason, cat.now)
        });
    }

    fn opinion(&self, article: ArticleId, number: usize, has_helped: bool) {
        let now = self.app.now();
        let visitor = Visitor::stored(format!("visitor {number}"));
        self.app.write(|tx| {
            article_opinions::give(
                tx,
                &visitor,
                Sight::public(),
                article,
                (has_helped, &Reason::default()),
                now,
            )
        });
    }
}

#[test]
fn an_article_whose_threads_are_opened_again_is_to_be_revised() {
    let forum = Forum::spawn();
    let article = forum.article("How the box opens");
    let ids = [1, 2, 3].map(|number| forum.ask_as_new(number, &format!("Question {number}")));
    for id in ids {
        forum.app.by("cat", |cat| cat.link(id, article, LinkKind::Answers));
    }
    forum.app.clock.pass(Duration::hours(1));
    forum.reopen(ids[0]);
    forum.none();
    forum.reopen(ids[2]);
    let row = forum.one(ProposalKind::Revision);
    assert_eq!((row.members, row.open), (2, 2));
    assert_eq!(forum.threads(row.id), [ids[0], ids[2]]);
    let cat = forum.app.signed_in("cat");
    let adopt = format!("{}/adopt", path(row.id));
    let form = cat.get(&path(row.id)).form("form.proposal-form").pressing(&adopt);
    let edit = cat.send_form(&form).location().unwrap();
    assert_eq!(edit, format!("/articles/{article}/-/edit"));
    forum.none();
    forum.app.clock.pass(Duration::hours(1));
    let form = format!("form[action='{edit}']");
    assert_eq!(cat.submit(&edit, &form, &[("body", "Hold it longer.")]).status, 303);
    forum.none();
    assert_eq!(
        forum.page(row.id).row.state,
        tanya::domain::proposal::ProposalState::Done
    );
}

#[test]
fn an_article_that_helps_fewer_readers_is_to_be_revised() {
    let forum = Forum::spawn();
    let article = forum.article("How the box opens");
    for number in 0..6 {
        forum.opinion(article, number, number > 0);
    }
    forum.app.clock.pass(Duration::days(100));
    for number in 10..14 {
        forum.opinion(article, number, number > 12);
    }
    forum.app.clock.pass(Duration::hours(1));
    forum.none();
    forum.opinion(article, 15, true);
    forum.app.clock.pass(Duration::hours(1));
    let row = forum.one(ProposalKind::Revision);
    assert_eq!((row.unhelpful, row.members, row.people), (3, 0, 3));
    let cat = forum.app.signed_in("cat");
    let declined = cat.submit(&path(row.id), "form[action$='/decline']", &[("reason", "Trolls.")]);
    assert_eq!(declined.status, 303, "{}", declined.body);
    forum.app.clock.pass(Duration::hours(1));
    forum.none();
    for number in 20..22 {
        forum.opinion(article, number, false);
    }
    forum.app.clock.pass(Duration::hours(1));
    assert_eq!(
        forum.one(ProposalKind::Revision).unhelpful,
        5,
        "it became worse by half"
    );
}
